// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate, made by the JDK's own keytool.
///
/// @param store the key and the certificate
/// @param pem the certificate that must be trusted
public record TestCertificate(Path store, Path pem) {

    /// Opens the store.
    public static final String PASSWORD = "changeit";

    /// One that signed itself.
    public static TestCertificate make(Path folder, String name) throws IOException, InterruptedException {
        TestCertificate made = new TestCertificate(folder.resolve("store.p12"), folder.resolve("certificate.pem"));
        made.generate("test", name, "-ext", "san=dns:" + name);
        made.export("test");
        return made;
    }

    /// One that an authority signed, which is what the PEM file holds.
    public static TestCertificate signed(Path folder, String name, String... validity)
            throws IOException, InterruptedException {
        TestCertificate made = new TestCertificate(folder.resolve("store.p12"), folder.resolve("authority.pem"));
        Path request = folder.resolve("request");
        Path chain = folder.resolve("chain.pem");
        made.generate("authority", "authority", "-ext", "bc=ca:true");
        made.export("authority");
        made.generate("test", name);
        made.keytool("-certreq", "-alias", "test", "-file", request.toString());
        made.keytool(Stream.concat(
                        Stream.of("-gencert", "-alias", "authority", "-rfc", "-infile", request.toString()),
                        Stream.concat(
                                Stream.of("-outfile", chain.toString(), "-ext", "san=dns:" + name),
                                Stream.of(validity)))
                .toArray(String[]::new));
        Files.write(chain, Files.readAllBytes(made.pem), StandardOpenOption.APPEND);
        made.keytool("-importcert", "-alias", "test", "-noprompt", "-file", chain.toString());
        return made;
    }

    /// What a server with this certificate needs.
    public SSLContext context() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private void generate(String alias, String name, String... more) throws IOException, InterruptedException {
        keytool(Stream.concat(
                        Stream.of("-genkeypair", "-alias", alias, "-keyalg", "EC", "-dname", "CN=" + name),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private void export(String alias) throws IOException, InterruptedException {
        keytool("-exportcert", "-alias", alias, "-rfc", "-file", pem.toString());
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD, "-storetype", "PKCS12"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError("keytool: " + said);
        }
    }
}
