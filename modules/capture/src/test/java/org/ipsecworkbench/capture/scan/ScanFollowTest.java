package org.ipsecworkbench.capture.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.capture.format.PcapFormat;
import org.ipsecworkbench.capture.format.PcapngFormat;
import org.ipsecworkbench.capture.judge.CoverageJudge;
import org.ipsecworkbench.capture.spi.CaptureFormat;
import org.ipsecworkbench.capture.testing.Appender;
import org.ipsecworkbench.capture.testing.Canonical;
import org.ipsecworkbench.capture.testing.MixedCapture;
import org.ipsecworkbench.capture.testing.PcapngFile;
import org.ipsecworkbench.capture.testing.Records;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Following with several threads, whose batches have to be those of a scan of the whole file. */
class ScanFollowTest {
    private static final int PACKETS = 60_000;

    @TempDir
    private static Path folder;

    private static byte[] pcap;

    /** The same packets on three interfaces in several sections of either byte order, with a link layer that is unknown. */
    private static byte[] pcapng;

    @TempDir
    private Path own;

    @BeforeAll
    static void make() throws IOException {
        pcap = MixedCapture.of(PACKETS).bytes();
        PcapngFile file = new PcapngFile();
        List<Records.One> all = Records.read(new PcapFormat(), pcap).all();
        for (int i = 0; i < all.size(); i++) {
            Records.One one = all.get(i);
            if (i % 20_000 == 0) {
                file.section(i % 40_000 == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            }
            if (i % 20_000 == 0 || i % 20_000 == 7000) {
                file.link(1, 0).link(i < 20_000 ? 1 : 147, 0);
            }
            int link = i % 20_000 < 7000 ? i % 2 : i % 4;
            byte[] frame = Arrays.copyOfRange(pcap, (int) one.data(), (int) one.data() + one.captured());
            file.packet(link, one.time() / 1000, frame);
        }
        pcapng = file.bytes();
    }

    private record Run(MappedSource source, Scan scan, ProblemLog problems) {
        static Run of(Path file, CaptureFormat format) throws IOException {
            CaptureLimits limits = CaptureLimits.DEFAULT;
            ProblemLog problems = new ProblemLog(limits.maxProblems());
            MappedSource source = MappedSource.map(file, limits.maxRecordBytes() + 4096);
            return new Run(source, new Scan(source, format.open(source, limits, problems), limits, problems), problems);
        }

        Coverage coverage() {
            return CoverageJudge.judge("test", scan, 0, problems.problems());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aPcapFileThatWasFollowed(int threads) throws IOException {
        followed(new PcapFormat(), pcap, 60, threads);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aPcapngFileThatWasFollowed(int threads) throws IOException {
        followed(new PcapngFormat(), pcapng, 60, threads);
    }

    /** Cut off at its end: the same as a scan says of it. */
    @Test
    void aFileWhoseEndIsMissing() throws IOException {
        followed(new PcapngFormat(), Arrays.copyOf(pcapng, pcapng.length - 11), 10, 2);
        followed(new PcapFormat(), Arrays.copyOf(pcap, pcap.length - 11), 10, 2);
    }

    private void followed(CaptureFormat format, byte[] bytes, int pieces, int threads) throws IOException {
        Run whole = Run.of(Files.write(own.resolve("whole"), bytes), format);
        whole.scan().run(ScanMonitor.NONE, threads);
        long seed = ThreadLocalRandom.current().nextLong();
        Path file = own.resolve("growing");
        Appender appender = new Appender(file, bytes, pieces, seed).append(24);
        Run run = Run.of(file, format);
        run.scan().follow(appender, threads);
        assertTrue(appender.isDone());
        Coverage coverage = run.coverage();
        assertEquals(Canonical.of(whole.coverage()), Canonical.of(coverage), "seed " + seed);
        PacketPages expected = whole.scan().pages();
        PacketPages pages = run.scan().pages();
        assertEquals(expected.packets(), pages.packets());
        for (long packet = 0; packet < pages.packets(); packet++) {
            assertEquals(expected.position(packet), pages.position(packet));
            assertEquals(
                    whole.scan().flows().trafficClass(expected.flow(packet)),
                    run.scan().flows().trafficClass(pages.flow(packet)));
        }
    }
}
