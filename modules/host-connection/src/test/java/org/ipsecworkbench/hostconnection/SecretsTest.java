package org.ipsecworkbench.hostconnection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.ipsecworkbench.hostconnection.testing.FakeHost;
import org.ipsecworkbench.hostconnection.testing.FakeShell.Reply;
import org.ipsecworkbench.hostconnection.testing.TestCertificates;
import org.ipsecworkbench.hostconnection.wire.HttpMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Passwords are in nothing that is shown, logged or kept, whatever happens. */
@Timeout(60)
class SecretsTest {
    private static final String GUESS = "Falsch-\u00e4\u00f6\u00fc-7654321";

    @TempDir
    private Path folder;

    private final StringBuilder seen = new StringBuilder();

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            seen.append(logged.getMessage());
            see(logged.getThrown());
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    private void see(Throwable thrown) {
        if (thrown != null) {
            StringWriter text = new StringWriter();
            thrown.printStackTrace(new PrintWriter(text));
            seen.append(text);
        }
    }

    private void use(FakeHost host, Credentials credentials) throws IOException {
        use("winrm://alice@127.0.0.1:" + host.port(), credentials, ConnectionOptions.DEFAULT);
    }

    private void use(String url, Credentials credentials, ConnectionOptions options) throws IOException {
        seen.append(credentials).append(options);
        HostAddress address = HostAddress.parse(url);
        seen.append(address);
        seen.append(HostTest.run(address, credentials, options));
        try (AuditRecord sent = AuditRecord.start();
                HostConnection connection = HostConnection.open(address, credentials, options)) {
            Transcript transcript = connection.run(RemoteCommand.program("hostname"));
            seen.append(transcript).append(transcript.outputText());
            Path file = folder.resolve("1.transcript");
            TranscriptFile.write(transcript, file);
            seen.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            seen.append(sent.sentTo(List.of(address.toString())));
        } catch (ConnectionException e) {
            see(e);
        }
    }

    private interface Uses {
        void run() throws Exception;
    }

    private void assertNothingIsSeenOf(List<String> secrets, Uses uses) throws Exception {
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        root.setLevel(Level.ALL);
        root.addHandler(handler);
        try {
            uses.run();
        } finally {
            root.removeHandler(handler);
            root.setLevel(before);
        }
        assertTrue(seen.toString().contains("hello"), "a command ran");
        for (String form : forms(secrets)) {
            assertFalse(seen.toString().contains(form), form);
        }
    }

    @Test
    void noPasswordOfNtlmIsSeen() throws Exception {
        assertNothingIsSeenOf(List.of(FakeHost.PASSWORD, GUESS), () -> {
            try (FakeHost host = FakeHost.http(line -> Reply.of("hello"))) {
                use(host, Credentials.password(FakeHost.USER, FakeHost.PASSWORD.toCharArray()));
                use(host, Credentials.password(FakeHost.USER, GUESS.toCharArray()));
                int[] answers = new int[1];
                for (int cut = 0; cut < 8; cut++) {
                    int at = cut;
                    answers[0] = 0;
                    host.tamper = (number, whole) -> answers[0]++ == at ? new byte[] {'x'} : whole;
                    use(host, Credentials.password(FakeHost.USER, FakeHost.PASSWORD.toCharArray()));
                }
            }
        });
    }

    @Test
    void noPasswordOfBasicOrOfACertificateIsSeen() throws Exception {
        TestCertificates certificates = TestCertificates.of(folder, "DNS:localhost");
        assertNothingIsSeenOf(List.of(FakeHost.PASSWORD, GUESS, TestCertificates.PASSWORD), () -> {
            try (FakeHost host =
                    FakeHost.https(certificates.server(), certificates.hash(), line -> Reply.of("hello"))) {
                host.offers = "Basic";
                String url = "winrms://alice@localhost:" + host.port();
                ConnectionOptions basic =
                        new ConnectionOptions(AuthenticationMethod.BASIC, certificates.pem(), "", Timeouts.DEFAULT);
                ConnectionOptions any = new ConnectionOptions(null, certificates.pem(), "", Timeouts.DEFAULT);
                for (boolean isCut : new boolean[] {false, true}) {
                    int[] answers = new int[1];
                    host.tamper = (number, whole) -> isCut && answers[0]++ % 4 == 3 ? new byte[] {'x'} : whole;
                    use(url, Credentials.password(FakeHost.USER, FakeHost.PASSWORD.toCharArray()), basic);
                    use(url, Credentials.password(FakeHost.USER, GUESS.toCharArray()), basic);
                    char[] right = TestCertificates.PASSWORD.toCharArray();
                    use(url, Credentials.certificate(certificates.store(), right), any);
                    use(url, Credentials.certificate(certificates.store(), GUESS.toCharArray()), any);
                }
            }
        });
    }

    private static List<String> forms(List<String> passwords) {
        List<String> forms = new ArrayList<>();
        for (String password : passwords) {
            forms.add(password);
            for (byte[] bytes :
                    List.of(password.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_16LE))) {
                forms.add(Base64.getEncoder().encodeToString(bytes));
                forms.add(HexFormat.of().formatHex(bytes));
                forms.add(new String(bytes, StandardCharsets.ISO_8859_1));
                forms.add(basic(bytes));
            }
        }
        return forms;
    }

    /** What Basic says of a password, but for the bytes that share their four letters with something else. */
    private static String basic(byte[] password) {
        byte[] pair = ("LAB\\alice:" + new String(password, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().withoutPadding().encodeToString(pair).substring(16);
    }

    @Test
    void closedCredentialsHoldZeros() {
        char[] given = "secret".toCharArray();
        Credentials credentials = Credentials.password("alice", given);
        credentials.close();
        assertArrayEquals(new char[6], credentials.copyPassword());
        assertEquals("secret", new String(given), "the caller's own is left to the caller");
    }

    @Test
    void messagesShowTheirFirstLineOnly() {
        HttpMessage message = HttpMessage.of("POST /wsman HTTP/1.1")
                .with("Authorization", "Basic c2VjcmV0")
                .withBody("x", new byte[9]);
        assertEquals("POST /wsman HTTP/1.1", message.toString());
    }
}
