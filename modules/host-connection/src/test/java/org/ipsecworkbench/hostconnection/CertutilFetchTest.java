package org.ipsecworkbench.hostconnection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.ipsecworkbench.hostconnection.testing.FakeHost;
import org.ipsecworkbench.hostconnection.testing.FakeShell.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of a host without PowerShell, in German; what certutil prints is our own, in the form that is documented. */
@Timeout(60)
class CertutilFetchTest {
    private static final String REMOTE = "C:\\WINDOWS\\Debug\\oakley.log";
    private static final int NOT_FOUND = 0x80070002;

    @TempDir
    private Path folder;

    private FakeHost host;
    private byte[] content = new byte[200_001];
    private boolean hasHash = true;
    private boolean hasFor = true;
    private int failsWith;
    private final Credentials credentials = Credentials.password(FakeHost.USER, FakeHost.PASSWORD.toCharArray());

    @BeforeEach
    void start() throws IOException {
        new Random(4).nextBytes(content);
        host = FakeHost.http(this::answer);
        host.shell.pieceSize = 10_000;
        host.shell.piecesPerAnswer = 5;
    }

    @AfterEach
    void stop() throws IOException {
        host.close();
    }

    private Reply answer(String line) {
        if (line.startsWith("powershell")) {
            return failed(1, "");
        } else if (line.equals("set TEMP")) {
            return Reply.of("TEMP=C:\\DOKUME~1\\alice\\LOKALE~1\\Temp\r\n");
        } else if (line.startsWith("certutil -hashfile")) {
            return hasHash
                    ? Reply.of("SHA256-Hash der Datei:\r\n" + hash() + "\r\nCertUtil: -hashfile\r\n")
                    : failed(87, "");
        } else if (line.startsWith("certutil -encode")) {
            String lengths = "Eingabelänge = " + content.length + "\r\nAusgabelänge = 1\r\n";
            return failsWith == 0 ? Reply.of(lengths) : failed(failsWith, "CertUtil: fehlgeschlagen");
        } else if (line.startsWith("for /f") && hasFor) {
            int skip = Integer.parseInt(line.replaceFirst(".*skip=(\\d+).*", "$1"));
            return Reply.of(encoded().lines().skip(skip).collect(Collectors.joining("\r\n", "", "\r\n")));
        }
        return line.startsWith("type ") ? Reply.of(encoded()) : failed(1, "");
    }

    private static Reply failed(int code, String output) {
        return new Reply(output.getBytes(StandardCharsets.UTF_8), new byte[0], code, false);
    }

    private String hash() {
        try {
            Path file = folder.resolve("of the host");
            Files.write(file, content);
            return FileFetch.sha256(file).replaceAll("(..)(?=.)", "$1 ");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String encoded() {
        return "-----BEGIN CERTIFICATE-----\r\n"
                + Base64.getMimeEncoder(64, new byte[] {'\r', '\n'}).encodeToString(content)
                + "\r\n-----END CERTIFICATE-----\r\n";
    }

    private Path target() {
        return folder.resolve("oakley.log");
    }

    private Path part() {
        return folder.resolve("oakley.log.part");
    }

    private FileFetch.Fetched fetch() throws ConnectionException, IOException {
        HostAddress address = HostAddress.parse("winrm://127.0.0.1:" + host.port());
        try (HostConnection connection = HostConnection.open(address, credentials, ConnectionOptions.DEFAULT)) {
            return FileFetch.fetch(connection, REMOTE, target(), (at, size) -> {}, new Cancellation());
        }
    }

    private FailureCause fetchFails() {
        return assertThrows(ConnectionException.class, this::fetch).failure().cause();
    }

    @Test
    void fileIsTheSameOnBothSidesAndTheCopyIsDeleted() throws Exception {
        FileFetch.Fetched fetched = fetch();
        assertEquals(content.length, fetched.size());
        assertTrue(fetched.isHashCompared());
        assertArrayEquals(content, Files.readAllBytes(target()));
        assertFalse(Files.exists(part()));
        List<String> lines = new ArrayList<>(host.shell.lines);
        String copy = lines.get(lines.size() - 1).substring("del ".length());
        assertTrue(lines.contains("certutil -encode " + REMOTE + " " + copy), lines.toString());
    }

    @Test
    void fetchGoesOnAfterTheLastWholeLine() throws Exception {
        Files.write(part(), Arrays.copyOf(content, 100_000));
        assertEquals(100_000 / EncodedLines.LINE * EncodedLines.LINE, fetch().resumedFrom());
        assertArrayEquals(content, Files.readAllBytes(target()));
    }

    @Test
    void hostThatCannotSkipLinesPrintsAllOfThem() throws Exception {
        hasFor = false;
        Files.write(part(), Arrays.copyOf(content, 100_000));
        assertEquals(0, fetch().resumedFrom());
        assertArrayEquals(content, Files.readAllBytes(target()));
    }

    @Test
    void withoutHashOnlySizesAreComparedAndNothingIsBuiltUpon() throws Exception {
        hasHash = false;
        Files.write(part(), new byte[100_000]);
        FileFetch.Fetched fetched = fetch();
        assertFalse(fetched.isHashCompared());
        assertEquals(0, fetched.resumedFrom());
        assertArrayEquals(content, Files.readAllBytes(target()));
    }

    @Test
    void partOfAnotherFileIsNoticed() throws Exception {
        Files.write(part(), new byte[960]);
        assertEquals(FailureCause.PROTOCOL, fetchFails());
        assertFalse(Files.exists(part()));
        assertFalse(Files.exists(target()));
    }

    @Test
    void cutConnectionLeavesWhatCame() throws Exception {
        int[] answers = new int[1];
        host.tamper = (number, whole) -> answers[0]++ == 22 ? null : whole;
        assertEquals(FailureCause.CONNECTION_LOST, fetchFails());
        host.tamper = (number, whole) -> whole;
        long kept = Files.size(part());
        assertTrue(kept > 0 && kept < content.length, () -> kept + " bytes");
        assertEquals(kept / EncodedLines.LINE * EncodedLines.LINE, fetch().resumedFrom());
        assertArrayEquals(content, Files.readAllBytes(target()));
    }

    @Test
    void exitCodesSayWhyItCannotBeRead() {
        failsWith = NOT_FOUND;
        assertEquals(FailureCause.NOT_AVAILABLE, fetchFails());
        failsWith = 0x80070005;
        assertEquals(FailureCause.ACCESS_DENIED, fetchFails());
        failsWith = 0x80070020;
        assertEquals(FailureCause.OTHER, fetchFails());
    }
}
