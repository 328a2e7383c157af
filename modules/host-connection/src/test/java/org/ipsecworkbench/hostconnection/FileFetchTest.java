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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.hostconnection.testing.FakeHost;
import org.ipsecworkbench.hostconnection.testing.FakeShell.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of a host that answers the script as PowerShell would. */
@Timeout(60)
class FileFetchTest {
    private static final String REMOTE = "C:\\it's here\\Oakley.log";
    private static final Pattern VALUES =
            Pattern.compile(".*\\$from=(\\d+);\\$path='((?:[^']|'')*)';(.*)", Pattern.DOTALL);

    @TempDir
    private Path folder;

    private FakeHost host;
    private byte[] content = new byte[300_000];
    private String error = "";
    private final Credentials credentials = Credentials.password(FakeHost.USER, FakeHost.PASSWORD.toCharArray());

    @BeforeEach
    void start() throws IOException {
        new Random(3).nextBytes(content);
        host = FakeHost.http(this::powerShell);
        host.shell.pieceSize = 10_000;
        host.shell.piecesPerAnswer = 5;
    }

    @AfterEach
    void stop() throws IOException {
        host.close();
    }

    private Reply powerShell(String line) {
        byte[] encoded = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
        Matcher values = VALUES.matcher(new String(encoded, StandardCharsets.UTF_16LE));
        assertTrue(values.matches());
        assertEquals(FileFetch.SCRIPT, values.group(3));
        assertEquals(REMOTE, values.group(2).replace("''", "'"));
        if (!error.isEmpty()) {
            return new Reply(("error=" + error + "\r\n").getBytes(StandardCharsets.UTF_8), new byte[0], 3, false);
        }
        StringBuilder out = new StringBuilder("size=" + content.length + "\r\n");
        for (int at = Integer.parseInt(values.group(1)); at < content.length; at += 49152) {
            byte[] piece = Arrays.copyOfRange(content, at, Math.min(content.length, at + 49152));
            out.append("data=" + at + " " + piece.length + " "
                    + Base64.getEncoder().encodeToString(piece) + "\r\n");
        }
        return Reply.of(out + "sha256=" + sha256(content) + "\r\n");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private FileFetch.Fetched fetch() throws ConnectionException, IOException {
        HostAddress address = HostAddress.parse("winrm://127.0.0.1:" + host.port());
        try (HostConnection connection = HostConnection.open(address, credentials, ConnectionOptions.DEFAULT)) {
            return FileFetch.fetch(connection, REMOTE, target(), (at, size) -> {}, new Cancellation());
        }
    }

    private Path target() {
        return folder.resolve("Oakley.log");
    }

    private Path part() {
        return folder.resolve("Oakley.log.part");
    }

    @Test
    void fileIsTheSameOnBothSides() throws Exception {
        assertEquals(new FileFetch.Fetched(content.length, sha256(content), 0, true), fetch());
        assertArrayEquals(content, Files.readAllBytes(target()));
        assertFalse(Files.exists(part()));
    }

    @Test
    void emptyFile() throws Exception {
        content = new byte[0];
        assertEquals(0, fetch().size());
        assertEquals(0, Files.size(target()));
    }

    @Test
    void fetchGoesOnWhereItWasCut() throws Exception {
        int[] answers = new int[1];
        host.tamper = (number, whole) -> answers[0]++ == 9 ? null : whole;
        ConnectionException cut = assertThrows(ConnectionException.class, this::fetch);
        assertEquals(FailureCause.CONNECTION_LOST, cut.failure().cause());
        long kept = Files.size(part());
        assertTrue(kept > 0 && kept < content.length, () -> kept + " bytes");
        host.tamper = (number, whole) -> whole;
        assertEquals(kept, fetch().resumedFrom());
        assertArrayEquals(content, Files.readAllBytes(target()));
    }

    @Test
    void partOfAnotherFileIsNoticed() throws Exception {
        Files.write(part(), new byte[1000]);
        ConnectionException e = assertThrows(ConnectionException.class, this::fetch);
        assertEquals(FailureCause.PROTOCOL, e.failure().cause());
        assertFalse(Files.exists(part()));
        assertFalse(Files.exists(target()));
    }

    @Test
    void hostSaysWhyItCannotBeRead() {
        error = "FileNotFoundException";
        assertEquals(
                FailureCause.NOT_AVAILABLE,
                assertThrows(ConnectionException.class, this::fetch).failure().cause());
        error = "UnauthorizedAccessException";
        assertEquals(
                FailureCause.ACCESS_DENIED,
                assertThrows(ConnectionException.class, this::fetch).failure().cause());
    }

    @Test
    void onlyWholePathsAreTaken() throws Exception {
        HostAddress address = HostAddress.parse("winrm://127.0.0.1:" + host.port());
        try (HostConnection connection = HostConnection.open(address, credentials, ConnectionOptions.DEFAULT)) {
            for (String remote :
                    new String[] {"", "Oakley.log", "C:Oakley.log", "C:\\*.log", "C:\\a\nb", "/etc/passwd"}) {
                assertThrows(
                        IllegalArgumentException.class,
                        () -> FileFetch.fetch(connection, remote, target(), (at, size) -> {}, new Cancellation()));
            }
        }
    }
}
