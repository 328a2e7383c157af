package org.ipsecworkbench.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ipsecworkbench.capture.live.LiveCaptureException;
import org.ipsecworkbench.capture.live.LiveInterface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Captures on the loopback interface of what the test sends over it. */
class CaptureCommandTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasCapturedIsReportedAsCoverage() throws Exception {
        Path file = folder.resolve("live.pcapng");
        Run run = captured("--packets", "20", "--output", file.toString());
        assertEquals(3, run.exit(), run.err());
        assertTrue(run.out().startsWith(file + System.lineSeparator()), run.out());
        assertTrue(run.out().contains("pcapng, ETHERNET: 20 packets"), run.out());
        assertTrue(run.err().contains("ipsecwb: 20 packets in "), run.err());
        assertTrue(run.err().contains("ipsecwb: saved as " + file), run.err());
        assertEquals(run.out(), Run.of("coverage", file.toString()).out(), "the same as of the saved file");
    }

    @Test
    void asJsonItIsTheSchemaOfCoverage() throws Exception {
        Path file = folder.resolve("live.pcapng");
        Run run = captured("--packets", "3", "--format", "json", "--output", file.toString());
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertEquals("ipsecwb/coverage/1", json.get("schema").asText());
        assertEquals(3, json.get("captures").get(0).get("packets").asLong());
    }

    @Test
    void aRingIsNamedFileByFile() throws Exception {
        Path file = folder.resolve("ring.pcapng");
        Run run = captured(
                "--size",
                "0.05",
                "--ring-size",
                "0.01",
                "--ring-files",
                "2",
                "--no-report",
                "--output",
                file.toString());
        assertEquals(0, run.exit(), run.err());
        List<String> files = run.out().lines().toList();
        assertEquals(2, files.size(), run.out());
        try (Stream<Path> there = Files.list(folder)) {
            assertEquals(files, there.map(Path::toString).sorted().toList());
        }
    }

    @Test
    void theInterfacesAreListed() throws Exception {
        assumeCapture();
        Run text = Run.of("capture", "--list");
        assertEquals(0, text.exit(), text.err());
        assertTrue(
                text.out().lines().anyMatch(line -> line.matches("lo +127\\.0\\.0\\.1, .*ETHERNET, loopback")),
                text.out());
        JsonNode json = new ObjectMapper()
                .readTree(Run.of("capture", "--list", "--format", "json").out());
        assertEquals("ipsecwb/interfaces/1", json.get("schema").asText());
        JsonNode lo = null;
        for (JsonNode each : json.get("interfaces")) {
            lo = each.get("name").asText().equals("lo") ? each : lo;
        }
        assertTrue(
                lo != null
                        && lo.get("loopback").asBoolean()
                        && lo.get("obstacle").isNull(),
                String.valueOf(lo));
    }

    @Test
    void whatCannotBeCapturedIsOneAndSaysWhy() throws Exception {
        assumeCapture();
        Run run = Run.of("capture", "--interface", "nosuch0");
        assertEquals(1, run.exit());
        assertEquals("", run.out());
        assertEquals("ipsecwb: There is no interface nosuch0.\n", run.err());
        Path file = folder.resolve("no/such.pcapng");
        assertEquals(
                "ipsecwb: " + file + " cannot be written: there is no such folder.\n",
                Run.of("capture", "--interface", "lo", "--output", file.toString())
                        .err());
        assertFalse(Files.exists(file));
    }

    @ParameterizedTest
    @CsvSource({
        "capture, Which --interface?",
        "capture --list --interface lo, exclude each other",
        "capture --interface lo --snaplen 0, snap length 0",
        "capture --interface lo --ring-files 3, --ring-files needs --ring-size",
        "capture --interface lo --packets -1, do not fit",
        "capture --interface lo --buffer 100000, do not fit"
    })
    void wrongUsageIsTwoAndSaysWhatIsWrong(String line, String message) {
        Run run = Run.of(line.split(" "));
        assertEquals(2, run.exit());
        assertEquals("", run.out());
        assertTrue(run.err().contains(message), run.err());
    }

    /** Captures datagrams that are sent until the capture has enough of them. */
    private static Run captured(String... arguments) throws Exception {
        assumeCapture();
        try (DatagramSocket receiver = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
                DatagramSocket sender = new DatagramSocket()) {
            Thread traffic = new Thread(() -> {
                byte[] payload = new byte[500];
                try {
                    while (!Thread.currentThread().isInterrupted()) {
                        sender.send(new DatagramPacket(payload, payload.length, receiver.getLocalSocketAddress()));
                        Thread.sleep(1);
                    }
                } catch (IOException | InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            traffic.start();
            List<String> all = new ArrayList<>(
                    List.of("capture", "--interface", "lo", "--filter", "udp port " + receiver.getLocalPort()));
            all.addAll(List.of(arguments));
            Run run = Run.of(all.toArray(String[]::new));
            traffic.interrupt();
            traffic.join();
            return run;
        }
    }

    /** Skips the test, in words, where this user cannot capture on the loopback interface of Linux. */
    private static void assumeCapture() {
        try {
            LiveInterface lo = LiveInterface.list().stream()
                    .filter(each -> each.name().equals("lo"))
                    .findFirst()
                    .orElse(null);
            assumeTrue(lo != null, "there is no interface lo; only Linux has it");
            assumeTrue(lo.obstacle() == null, () -> String.valueOf(lo.obstacle()));
        } catch (LiveCaptureException e) {
            assumeTrue(false, e.getMessage());
        }
    }
}
