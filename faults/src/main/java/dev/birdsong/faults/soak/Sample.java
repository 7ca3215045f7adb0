// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a process has at a moment, by Linux's `/proc` and the JDK's `jcmd`.
///
/// @param seconds since the beginning
/// @param heap MB in use after a full collection
/// @param rss MB of its own that it has in memory: what it maps of the lake's files the system drops as it likes
/// @param files that it has open
/// @param threads that it has
record Sample(double seconds, double heap, double rss, double files, double threads) {

    private static final Pattern USED = Pattern.compile("(?m)^ *(?:DefNew|Tenured) .*?used (\\d+)K");
    private static final double KILO = 1024;

    static Sample of(long pid, double seconds) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        double heap = USED.matcher(jcmd(pid, "GC.heap_info"))
                .results()
                .mapToDouble(used -> Double.parseDouble(used.group(1)))
                .sum();
        Path process = Path.of("/proc", Long.toString(pid));
        String status = Files.readString(process.resolve("status"));
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            return new Sample(
                    seconds, heap / KILO, number(status, "RssAnon:") / KILO, files.count(), number(status, "Threads:"));
        }
    }

    private static double number(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
