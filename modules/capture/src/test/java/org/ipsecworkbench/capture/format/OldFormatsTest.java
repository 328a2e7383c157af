package org.ipsecworkbench.capture.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.ipsecworkbench.capture.spi.CaptureFormat;
import org.ipsecworkbench.capture.testing.Records;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every format: frames and times are right, and damage costs no more than what it hit. */
class OldFormatsTest {
    private static final List<CaptureFormat> ALL = List.of(
            new PcapFormat(),
            new PcapngFormat(),
            new NetmonFormat(),
            new SnoopFormat(),
            new NetxrayFormat(),
            new SnifferFormat(),
            new ErfFormat());

    static Stream<Arguments> files() {
        return Stream.of(
                arguments("Network Monitor 1.1", new NetmonFormat(), OldFormats.netmon(1, 0)),
                arguments("Network Monitor 2.0", new NetmonFormat(), OldFormats.netmon(2, 0)),
                arguments("Network Monitor 2.1", new NetmonFormat(), OldFormats.netmon(2, 1)),
                arguments("Network Monitor 2.2", new NetmonFormat(), OldFormats.netmon(2, 2)),
                arguments("snoop", new SnoopFormat(), OldFormats.snoop(4)),
                arguments("NetXRay 1.1", new NetxrayFormat(), OldFormats.netxray("001.100")),
                arguments("NetXRay 2.0", new NetxrayFormat(), OldFormats.netxray("002.001")),
                arguments("DOS Sniffer", new SnifferFormat(), OldFormats.sniffer()),
                arguments("ERF", new ErfFormat(), OldFormats.erf(0)),
                arguments("ERF, extended", new ErfFormat(), OldFormats.erf(2)),
                arguments("libpcap", new PcapFormat(), OldFormats.pcap(PcapFormat.MICROSECONDS, 16)),
                arguments("libpcap of Nokia", new PcapFormat(), OldFormats.pcap(PcapFormat.MICROSECONDS, 20)),
                arguments("libpcap of Red Hat 6.1", new PcapFormat(), OldFormats.pcap(PcapFormat.MICROSECONDS, 24)),
                arguments("libpcap, modified", new PcapFormat(), OldFormats.pcap(PcapFormat.MODIFIED, 24)),
                arguments("libpcap of SuSE 6.3", new PcapFormat(), OldFormats.pcap(PcapFormat.MODIFIED, 28)));
    }

    /** Variants of libpcap that share a magic number are guessed by their records, and a cut may mislead. */
    static Stream<Arguments> filesThatAreSureOfTheirFormat() {
        return files().filter(file -> !((String) file.get()[0]).startsWith("libpcap of"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everyFrameIsThereWithItsTime(String name, CaptureFormat format, byte[] file) throws IOException {
        Records records = Records.read(format, file);
        assertEquals("", records.problem());
        assertEquals(OldFormats.FRAMES.size(), records.all().size());
        for (int i = 0; i < OldFormats.FRAMES.size(); i++) {
            Records.One record = records.all().get(i);
            assertEquals(1, record.linkType());
            assertEquals(OldFormats.TIME + i * OldFormats.SECOND, record.time());
            assertEquals(OldFormats.FRAMES.get(i).length, record.original());
            assertArrayEquals(
                    Arrays.copyOf(OldFormats.FRAMES.get(i), OldFormats.captured(i)),
                    Arrays.copyOfRange(file, (int) record.data(), (int) record.data() + record.captured()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void onlyItsOwnFormatRecognisesAFile(String name, CaptureFormat format, byte[] file) {
        for (CaptureFormat other : ALL) {
            assertEquals(other.getClass() == format.getClass(), other.recognises(ByteBuffer.wrap(file)), other.key());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filesThatAreSureOfTheirFormat")
    void aFileCutAnywhereKeepsItsWholeFrames(String name, CaptureFormat format, byte[] file) throws IOException {
        List<Records.One> whole = Records.read(format, file).all();
        for (int length = 1; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            if (format instanceof ErfFormat || format.recognises(ByteBuffer.wrap(cut))) {
                Records records = Records.read(format, cut);
                int there = 0;
                for (Records.One one : whole) {
                    there += behind(one, name) <= length ? 1 : 0;
                }
                assertEquals(there, records.all().size(), "cut to " + length);
                assertTrue(isEnd(whole, length, name) || !records.problems().isEmpty(), "cut to " + length);
            }
        }
    }

    /** Where a record ends. */
    private static long behind(Records.One one, String name) {
        long end = one.data() + one.captured();
        return switch (name) {
            case "Network Monitor 2.1" -> end + 2;
            case "Network Monitor 2.2" -> end + 6;
            case "snoop" -> end + 3 & ~3;
            default -> end;
        };
    }

    /** Whether a file of this length has no sign of being cut: it ends with a record, or is padded behind it. */
    private static boolean isEnd(List<Records.One> whole, int length, String name) {
        if (name.startsWith("Network Monitor") || name.startsWith("NetXRay")) {
            return false;
        }
        return length >= behind(whole.get(whole.size() - 1), name)
                || whole.stream().anyMatch(one -> one.position() == length);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void noDamageIsMoreThanAProblem(String name, CaptureFormat format, byte[] file) throws IOException {
        Random random = new Random(name.hashCode());
        for (int i = 0; i < 3000; i++) {
            byte[] damaged = file.clone();
            for (int j = 0; j <= random.nextInt(4); j++) {
                damaged[random.nextInt(damaged.length)] = (byte) (random.nextBoolean() ? random.nextInt() : -1);
            }
            if (!format.recognises(ByteBuffer.wrap(damaged))) {
                continue;
            }
            Records records = Records.read(format, damaged);
            for (Records.One one : records.all()) {
                assertFalse(one.captured() < 0, one::toString);
                assertTrue(one.data() >= 0 && one.data() + one.captured() <= damaged.length, one::toString);
            }
        }
    }
}
