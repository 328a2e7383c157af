package org.ipsecworkbench.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabCommandTest {
    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/wsman");

    @TempDir
    private Path folder;

    @Test
    void scenariosAreListed() {
        Run run = Run.of("lab", "--list");
        assertEquals(0, run.exit());
        assertTrue(run.out().contains("psk-mismatch" + System.lineSeparator() + "  Both servers"), run.out());
    }

    @Test
    void hostsRunUntilTheyAreStopped() throws Exception {
        Path authority = folder.resolve("ca.pem");
        StringWriter out = new StringWriter();
        AtomicInteger exit = new AtomicInteger(-1);
        Thread thread = new Thread(() -> exit.set(Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .execute("lab", "--scenario", "respond-only", "--ca", authority.toString())));
        thread.start();
        String address = address(out);
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setRequestMethod("POST");
        assertEquals(401, connection.getResponseCode(), "somebody answers");
        connection.disconnect();
        thread.interrupt();
        thread.join(20_000);
        assertEquals(0, exit.get());
        assertTrue(out.toString().startsWith("SIMULATED hosts: "), out::toString);
        assertTrue(out.toString().contains("Nothing here is a real host"), out::toString);
        assertTrue(Files.readString(authority).startsWith("-----BEGIN CERTIFICATE-----"));
    }

    private static String address(StringWriter out) throws InterruptedException {
        for (int i = 0; i < 400; i++) {
            Matcher found = URL.matcher(out.toString());
            if (found.find() && out.toString().contains("Ctrl+C")) {
                return found.group();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("not started: " + out);
    }

    @Test
    void aPasswordFromAFileIsNotPrinted() throws Exception {
        Path file = folder.resolve("password");
        Files.writeString(file, "very secret\nsecond line\n");
        StringWriter out = new StringWriter();
        Thread thread = new Thread(() -> Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .execute("lab", "--password-file", file.toString()));
        thread.start();
        address(out);
        thread.interrupt();
        thread.join(20_000);
        assertFalse(out.toString().contains("secret"), out::toString);
    }

    @Test
    void aCertificateToSignInWithIsWritten() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "of the file");
        Path file = folder.resolve("client.p12");
        StringWriter out = new StringWriter();
        Thread thread = new Thread(() -> Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .execute(
                        "lab",
                        "--user=alice",
                        "--latency=1",
                        "--fault=Create=5",
                        "--password-file=" + password,
                        "--client-certificate=" + file));
        thread.start();
        address(out);
        thread.interrupt();
        thread.join(20_000);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(Files.readAllBytes(file)), "of the file".toCharArray());
        assertEquals(
                "CN=alice",
                ((X509Certificate) store.getCertificate("lab"))
                        .getSubjectX500Principal()
                        .getName());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--keytab=x",
                "--principal=HTTP/localhost@LAB.TEST",
                "--user=LAB\\alice",
                "--latency=-1",
                "--fault=Create",
                "--fault=Dance=5",
                "--fault=Create=denied"
            })
    void whatIsWrongWithAnOptionIsTold(String option) {
        Run run = Run.of("lab", option);
        assertEquals(2, run.exit());
        assertTrue(run.err().contains("--" + option.substring(2, option.indexOf('='))), run.err());
    }

    @Test
    void aPasswordThatNoCertificateCanHaveIsWrongUsage(@TempDir Path folder) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "Schl\u00fcssel\n");
        Run run = Run.of("lab", "--password-file=" + password, "--client-certificate=" + folder.resolve("client.p12"));
        assertEquals(2, run.exit());
        assertTrue(run.err().contains("only letters of ASCII"), run.err());
    }

    @Test
    void anUnknownScenarioIsWrongUsage() {
        Run run = Run.of("lab", "--scenario", "no-such");
        assertEquals(2, run.exit());
        assertTrue(run.err().contains("There is no scenario no-such; ipsecwb lab --list names them."), run.err());
    }

    @Test
    void aPortThatIsTakenIsTold() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Run run = Run.of("lab", "--port", Integer.toString(taken.getLocalPort()));
            assertEquals(1, run.exit());
            assertTrue(run.err().contains("could not be started"), run.err());
        }
    }
}
