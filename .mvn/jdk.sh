# Finds a JDK of 25 or newer and exports JAVA_HOME; sourced by ./build and ./birdsong.
birdsong_jdk() { # $1: a folder; true where it is a JDK of 25 or newer
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] &&
    [ "$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")" -ge 25 ] 2>/dev/null
}
if ! birdsong_jdk "${JAVA_HOME-}"; then
  _javac=$(command -v javac 2>/dev/null && :) || _javac=
  [ -z "$_javac" ] || _javac=$(readlink -f "$_javac" 2>/dev/null || echo "$_javac")
  for _jdk in "${_javac%/bin/javac}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if birdsong_jdk "$_jdk"; then JAVA_HOME=$_jdk; export JAVA_HOME; break; fi
  done
  birdsong_jdk "${JAVA_HOME-}" || {
    echo "JDK 25 or newer not found: install one (Debian: apt install openjdk-25-jdk; anywhere: https://adoptium.net) or set JAVA_HOME" >&2
    exit 1
  }
fi
