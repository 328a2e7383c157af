package org.ipsecworkbench.extension.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** A key of somebody who signs, made by the JDK's keytool, and JARs made and signed for a test. */
record Keys(KeyStore store) {
    private static final char[] PASSWORD = "for-this-test".toCharArray();

    static Keys of(Path folder, String name) throws Exception {
        Path file = folder.resolve(name.replaceAll("\\W", "-") + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "signer",
                        "-keyalg",
                        "EC",
                        "-dname",
                        name,
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        String.valueOf(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, keytool.waitFor());
        return new Keys(KeyStore.getInstance(file.toFile(), PASSWORD));
    }

    Path sign(Path jar) throws Exception {
        Path signed = jar.resolveSibling("signed-" + jar.getFileName());
        JarSigner signer = new JarSigner.Builder(
                        (PrivateKey) store.getKey("signer", PASSWORD),
                        CertificateFactory.getInstance("X.509")
                                .generateCertPath(List.of(store.getCertificateChain("signer"))))
                .build();
        try (ZipFile from = new ZipFile(jar.toFile());
                OutputStream to = Files.newOutputStream(signed)) {
            signer.sign(from, to);
        }
        return signed;
    }

    Signer signer() throws Exception {
        return Signer.of(store.getCertificate("signer"));
    }

    /** A JAR with these entries, each holding its name. */
    static Path jar(Path file, Manifest manifest, String... entries) throws IOException {
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        Files.createDirectories(file.getParent());
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (String entry : entries) {
                jar.putNextEntry(new JarEntry(entry));
                jar.write(entry.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
