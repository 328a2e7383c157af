package org.ipsecworkbench.capture.judge;

import static org.ipsecworkbench.capture.testing.Packets.ESP;
import static org.ipsecworkbench.capture.testing.Packets.IPV4;
import static org.ipsecworkbench.capture.testing.Packets.TCP;
import static org.ipsecworkbench.capture.testing.Packets.UDP;
import static org.ipsecworkbench.capture.testing.Packets.bytes;
import static org.ipsecworkbench.capture.testing.Packets.checked;
import static org.ipsecworkbench.capture.testing.Packets.esp;
import static org.ipsecworkbench.capture.testing.Packets.espNull;
import static org.ipsecworkbench.capture.testing.Packets.ethernet;
import static org.ipsecworkbench.capture.testing.Packets.ipv4;
import static org.ipsecworkbench.capture.testing.Packets.noise;
import static org.ipsecworkbench.capture.testing.Packets.tcp;
import static org.ipsecworkbench.capture.testing.Packets.udp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.Confidentiality;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.Flow;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.capture.Verdict;
import org.ipsecworkbench.capture.testing.PcapFile;
import org.ipsecworkbench.capture.testing.PcapngFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From counted flows to pairs: grace, what SPIs take from one another, groups, and time. */
class CoverageJudgeTest {
    private static final String A = "10.0.0.1";
    private static final String B = "10.0.0.2";
    private static final long START = 1_795_445_510_000_000_000L;
    private static final long MILLISECOND = 1_000_000L;
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;

    private final Random random = new Random(1);
    private final PcapFile file = PcapFile.of(PcapFile.ETHERNET);

    @Test
    void clearPacketsWithinThreeSecondsBeforeTheFirstProtectedOneAreGraced() throws IOException {
        clear(A, B, START + SECOND);
        clear(B, A, START + 2 * SECOND);
        encrypted(A, B, START + 4 * SECOND, 20);
        Coverage coverage = judged();
        assertEquals(Verdict.ENCRYPTED, coverage.verdict());
        HostPair pair = coverage.pairs().get(0);
        assertEquals(2, pair.total().exempt().packets());
        assertEquals(0, pair.total().clear().packets());
        assertEquals(Map.of("ENCRYPTED", 20L, "EXEMPT", 2L), series(coverage), "the chart says the same");
    }

    @Test
    void earlierOnesAreNot() throws IOException {
        clear(A, B, START);
        encrypted(A, B, START + 3 * SECOND + MILLISECOND, 20);
        assertEquals(Verdict.MIXED, judged().verdict());
    }

    @Test
    void laterOnesAreNot() throws IOException {
        encrypted(A, B, START, 20);
        clear(A, B, START + SECOND);
        assertEquals(1, judged().pairs().get(0).total().clear().packets());
    }

    @Test
    void moreThanTheFirstTenAreNot() throws IOException {
        for (int i = 0; i < 12; i++) {
            clear(i % 2 == 0 ? A : B, i % 2 == 0 ? B : A, START + i * MILLISECOND);
        }
        encrypted(A, B, START + SECOND, 20);
        HostPair pair = judged().pairs().get(0);
        assertEquals(10, pair.total().exempt().packets());
        assertEquals(2, pair.total().clear().packets());
    }

    @Test
    void graceIsForThePairThatIsProtectedOnly() throws IOException {
        for (int i = 0; i < 10; i++) {
            clear(A, "10.0.0.3", START + i);
        }
        encrypted(A, B, START + SECOND, 20);
        assertEquals(Verdict.MIXED, judged().verdict());
    }

    @Test
    void anSpiWithTooFewPacketsTakesWhatTheOthersOfItsPairAgreeOn() throws IOException {
        encrypted(A, B, START, 20);
        file.packet(START + SECOND, four(A, B, esp(2, 1, noise(80, random))));
        for (Flow flow : judged().flows()) {
            assertEquals(Confidentiality.ENCRYPTED, flow.confidentiality());
        }
    }

    @Test
    void whereTheyDisagreeItStaysUnknown() throws IOException {
        encrypted(A, B, START, 20);
        for (int i = 0; i < 20; i++) {
            byte[] inner = checked(UDP, A, B, udp(1024, 53, bytes(20 + i)));
            file.packet(START + i, four(A, B, espNull(2, i, bytes(0), UDP, inner, noise(12, random))));
        }
        file.packet(START + SECOND, four(A, B, esp(3, 1, noise(80, random))));
        Map<Long, Confidentiality> found = new TreeMap<>();
        Coverage coverage = judged();
        coverage.flows().forEach(flow -> found.put(flow.spi(), flow.confidentiality()));
        assertEquals(
                Map.of(1L, Confidentiality.ENCRYPTED, 2L, Confidentiality.READABLE, 3L, Confidentiality.UNKNOWN),
                found);
        assertEquals(Verdict.MIXED, coverage.verdict());
    }

    @Test
    void manySpisWithFewPacketsEachAreJudgedTogether() throws IOException {
        for (int i = 0; i < 20; i++) {
            file.packet(START + i, four(A, B, esp(100 + i, 1, noise(80, random))));
        }
        assertEquals(Verdict.ENCRYPTED, judged().verdict());
    }

    @Test
    void whoeverOnlySpeaksToGroupsIsNoPair() throws IOException {
        for (int i = 0; i < 50; i++) {
            file.packet(START + i, ethernet(IPV4, ipv4(UDP, A, "239.255.255.250", udp(1024, 1900, bytes(50)))));
        }
        Coverage coverage = judged();
        assertTrue(coverage.pairs().isEmpty());
        assertEquals(Verdict.INSUFFICIENT, coverage.verdict());
        assertEquals(-1, coverage.flows().get(0).pair());
    }

    @Test
    void pairsThatNeedAttentionComeFirstAndFlowsNameTheirPlace() throws IOException {
        encrypted(A, B, START, 30);
        for (int i = 0; i < 30; i++) {
            clear(A, "10.0.0.3", START + 10 * SECOND + i);
        }
        Coverage coverage = judged();
        assertEquals(Verdict.CLEAR, coverage.pairs().get(0).verdict());
        assertEquals(Verdict.ENCRYPTED, coverage.pairs().get(1).verdict());
        for (Flow flow : coverage.flows()) {
            HostPair pair = coverage.pairs().get(flow.pair());
            assertEquals(flow.destination(), pair.b());
        }
    }

    @Test
    void startAndEndAreTheEarliestAndLatestTimeWhateverTheOrder() throws IOException {
        clear(A, B, START + 5 * SECOND);
        clear(A, B, START);
        clear(A, B, START + 9 * SECOND);
        clear(A, B, START + SECOND);
        Coverage coverage = judged();
        assertEquals(Instant.ofEpochSecond(START / SECOND), coverage.start());
        assertEquals(Instant.ofEpochSecond(START / SECOND + 9), coverage.end());
        assertTrue(!coverage.series().start().isAfter(coverage.start()));
        assertTrue(coverage.series().startOf(coverage.series().bins()).isAfter(coverage.end()));
    }

    /** Interfaces may count from any epoch, and a broken clock may say anything. */
    @Test
    void timesAtTheEndsOfWhatCanBeSaidAreJudged() throws IOException {
        PcapngFile extreme = new PcapngFile().section();
        extreme.link(PcapFile.ETHERNET, 0, extreme.resolution(9), extreme.offset(-9_223_372_036L))
                .link(PcapFile.ETHERNET, 0, extreme.resolution(9));
        byte[] frame = ethernet(IPV4, ipv4(TCP, A, B, tcp(1024, 445, bytes(10))));
        extreme.packet(0, 0, frame).packet(1, 0, frame).packet(1, -1, frame).packet(1, START, frame);
        Path path = Files.write(folder.resolve("extreme.pcapng"), extreme.bytes());
        Coverage coverage = judged(path);
        assertEquals(Instant.parse("1677-09-21T00:12:44Z"), coverage.start());
        assertEquals(Instant.parse("2262-04-11T23:47:16.854775807Z"), coverage.end());
        assertEquals(Map.of("CLEAR", 4L), series(coverage));
        assertTrue(coverage.series().bins() <= 512);
        assertTrue(!coverage.series().start().isAfter(coverage.start()));
    }

    @Test
    void aCaptureWithoutTimesHasNoSeries() throws IOException {
        PcapngFile timeless = new PcapngFile().section().link(PcapFile.ETHERNET, 0);
        byte[] frame = ethernet(IPV4, ipv4(TCP, A, B, tcp(1024, 445, bytes(10))));
        for (int i = 0; i < 20; i++) {
            timeless.simplePacket(frame.length, frame);
        }
        Coverage coverage = judged(Files.write(folder.resolve("timeless.pcapng"), timeless.bytes()));
        assertNull(coverage.start());
        assertNull(coverage.end());
        assertEquals(0, coverage.series().bins());
        assertEquals(20, coverage.packets());
        assertEquals(Verdict.CLEAR, coverage.verdict());
    }

    private void clear(String from, String to, long time) {
        file.packet(time, ethernet(IPV4, ipv4(TCP, from, to, tcp(1024, 445, bytes(10)))));
    }

    private void encrypted(String from, String to, long time, int packets) {
        for (int i = 0; i < packets; i++) {
            file.packet(time + i * MILLISECOND, four(from, to, esp(1, i + 1, noise(80, random))));
        }
    }

    private static byte[] four(String from, String to, byte[] esp) {
        return ethernet(IPV4, ipv4(ESP, from, to, esp));
    }

    private static Map<String, Long> series(Coverage coverage) {
        Map<String, Long> sums = new TreeMap<>();
        for (Map.Entry<Protection, long[]> line : coverage.series().packets().entrySet()) {
            sums.put(line.getKey().name(), Arrays.stream(line.getValue()).sum());
        }
        return sums;
    }

    private Coverage judged() throws IOException {
        return judged(file.write(folder.resolve("made.pcap")));
    }

    private static Coverage judged(Path path) throws IOException {
        try (Capture capture = Capture.open(path, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            return capture.coverage();
        }
    }
}
