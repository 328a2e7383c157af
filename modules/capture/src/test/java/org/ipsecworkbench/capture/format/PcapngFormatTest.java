package org.ipsecworkbench.capture.format;

import static org.ipsecworkbench.capture.testing.Packets.bytes;
import static org.ipsecworkbench.capture.testing.Packets.cut;
import static org.ipsecworkbench.capture.testing.Packets.ethernet;
import static org.ipsecworkbench.capture.testing.Packets.join;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.spi.RecordBatch;
import org.ipsecworkbench.capture.spi.RecordReader;
import org.ipsecworkbench.capture.testing.BytesSource;
import org.ipsecworkbench.capture.testing.PcapngFile;
import org.ipsecworkbench.capture.testing.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PcapngFormatTest {
    private static final int ETHERNET = 1;
    private static final int RAW = 101;
    private static final long MICROS = 1_795_445_510_932_534L;
    private static final byte[] FRAME = ethernet(0x0806, bytes(28));

    @Test
    void packetsOfEveryBlockTypeAreReadInBothByteOrders() throws IOException {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            byte[] file = new PcapngFile()
                    .section(order)
                    .link(ETHERNET, 0)
                    .link(RAW, 0)
                    .packet(0, MICROS, FRAME)
                    .obsoletePacket(1, MICROS + 1, bytes(33))
                    .simplePacket(FRAME.length, FRAME)
                    .packet(1, MICROS + 2, 20, 1500, bytes(20))
                    .bytes();
            assertTrue(new PcapngFormat().recognises(ByteBuffer.wrap(file)));
            Records records = read(file);
            assertEquals("", records.problem());
            assertEquals(
                    List.of(
                            "42/42 1 " + MICROS * 1000,
                            "33/33 101 " + (MICROS + 1) * 1000,
                            "42/42 1 none",
                            "20/1500 101 " + (MICROS + 2) * 1000),
                    summaries(records));
        }
    }

    @Test
    void everyInterfaceCountsTimeInItsOwnWay() throws IOException {
        PcapngFile file = new PcapngFile().section();
        file.link(ETHERNET, 0, file.resolution(9))
                .link(ETHERNET, 0, file.option(2, bytes(5)), file.resolution(0x8a), file.offset(3600))
                .link(ETHERNET, 0, file.option(0, bytes(0)), file.resolution(3))
                .packet(0, 1_795_445_510_932_534_123L, FRAME)
                .packet(1, 1024 * 10 + 512, FRAME)
                .packet(2, MICROS, FRAME);
        assertEquals(
                List.of(1_795_445_510_932_534_123L, 3_610_500_000_000L, MICROS * 1000),
                read(file.bytes()).all().stream().map(Records.One::time).toList(),
                "options behind the end of options do not count");
    }

    @Test
    void packetsThatWereLostWhileCapturingAreTold() throws IOException {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            PcapngFile file = new PcapngFile().section(order);
            file.link(ETHERNET, 0, file.option(2, "eth0".getBytes(StandardCharsets.UTF_8)))
                    .link(ETHERNET, 0)
                    .packet(0, MICROS, FRAME);
            statistics(file, order, 0, 3, 4);
            statistics(file, order, 0, 5, 4);
            statistics(file, order, 1, 0, 0);
            Records records = read(file.bytes());
            assertEquals(1, records.all().size());
            assertEquals(
                    "interface 0 eth0: Whoever captured lost 9 packets that passed here; they are not in the file.",
                    records.problem(),
                    "counts are since the beginning, so that the last says all");
        }
    }

    private static void statistics(PcapngFile file, ByteOrder order, int on, long byInterface, long bySystem) {
        byte[] head = ByteBuffer.allocate(12).order(order).putInt(on).array();
        file.block(5, join(head, file.option(5, count(order, byInterface)), file.option(7, count(order, bySystem))));
    }

    private static byte[] count(ByteOrder order, long value) {
        return ByteBuffer.allocate(8).order(order).putLong(value).array();
    }

    @Test
    void everySectionHasItsOwnInterfacesAndByteOrder() throws IOException {
        byte[] file = new PcapngFile()
                .section(ByteOrder.LITTLE_ENDIAN)
                .link(ETHERNET, 0)
                .packet(0, MICROS, FRAME)
                .section(ByteOrder.BIG_ENDIAN)
                .link(RAW, 0)
                .packet(0, MICROS, FRAME)
                .bytes();
        Records records = read(file);
        assertEquals(
                List.of(ETHERNET, RAW),
                records.all().stream().map(Records.One::linkType).toList());
        assertEquals("", records.problem());
    }

    @Test
    void aSimplePacketIsCutByTheSnapLengthOfItsInterface() throws IOException {
        byte[] file = new PcapngFile()
                .section()
                .link(ETHERNET, 30)
                .simplePacket(1500, cut(FRAME, 32))
                .bytes();
        assertEquals(List.of("30/1500 1 none"), summaries(read(file)));
    }

    @Test
    void blocksWithoutPacketsAreSteppedOver() throws IOException {
        byte[] file = new PcapngFile()
                .section()
                .block(0x7fff_0001, bytes(400))
                .link(ETHERNET, 0)
                .block(4, bytes(20))
                .block(5, bytes(16))
                .block(10, bytes(8))
                .packet(0, MICROS, FRAME)
                .bytes();
        Records records = read(file);
        assertEquals(1, records.all().size());
        assertEquals("", records.problem());
    }

    @Test
    void customBlocksAreNumberedAmongThePacketsAsWiresharkDoes() throws IOException {
        byte[] file = new PcapngFile()
                .section()
                .link(ETHERNET, 0)
                .block(0x0bad, bytes(12))
                .block(0x4000_0bad, bytes(4))
                .block(0x0bad, bytes(0))
                .bytes();
        assertEquals(List.of("8/8 -1 none", "0/0 -1 none"), summaries(read(file)));
    }

    @Test
    void aFileThatIsStillBeingWrittenEndsWithoutAPacket() throws IOException {
        byte[] file = new PcapngFile()
                .section()
                .link(ETHERNET, 0)
                .packet(0, MICROS, FRAME)
                .packet(0, MICROS, FRAME)
                .bytes();
        int block = 32 + 44;
        int start = file.length - block;
        for (int there = 1; there < block; there++) {
            Records records = read(cut(file, start + there));
            assertEquals(1, records.all().size());
            assertEquals(
                    there < 12
                            ? "offset " + start + ": The file was cut off inside the header of a block."
                            : "offset " + start + ": The file was cut off inside a block: " + there + " of " + block
                                    + " bytes are there. The block is left out.",
                    records.problem());
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "4", "8", "13", "15", "-4", "2147483644", "16777220"})
    void aLengthThatCannotBeEndsReading(int length) throws IOException {
        byte[] wrong = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(6)
                .putInt(length)
                .array();
        byte[] file = new PcapngFile()
                .section()
                .link(ETHERNET, 0)
                .packet(0, MICROS, FRAME)
                .raw(wrong)
                .packet(0, MICROS, FRAME)
                .bytes();
        Records records = read(file);
        assertEquals(1, records.all().size());
        assertEquals(
                "offset 124: A block claims a length of " + Integer.toUnsignedString(length)
                        + " bytes, which cannot be; reading stops here.",
                records.problem());
    }

    @Test
    void twoLengthsThatDifferEndReading() throws IOException {
        byte[] file = new PcapngFile()
                .section()
                .link(ETHERNET, 0)
                .packet(0, MICROS, FRAME)
                .packet(0, MICROS, FRAME)
                .bytes();
        file[file.length - 4] ^= 4;
        Records records = read(file);
        assertEquals(1, records.all().size());
        assertTrue(records.problem().contains("something else at its end"), records.problem());
    }

    @Test
    void packetsOfAnUndescribedInterfaceAreLeftOutAndToldOnce() throws IOException {
        byte[] file = new PcapngFile()
                .section()
                .link(ETHERNET, 0)
                .packet(7, MICROS, FRAME)
                .packet(-1, MICROS, FRAME)
                .packet(0, MICROS, FRAME)
                .bytes();
        Records records = read(file);
        assertEquals(1, records.all().size());
        assertEquals(
                "offset 48: A packet names interface 7, which the file does not describe; such packets are left out.",
                records.problem());
    }

    @Test
    void aSimplePacketBeforeAnyInterfaceIsLeftOut() throws IOException {
        Records records = read(
                new PcapngFile().section().simplePacket(FRAME.length, FRAME).bytes());
        assertEquals(List.of(), records.all());
        assertFalse(records.problem().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {43 + 2, 1000, -1, Integer.MIN_VALUE})
    void aCapturedLengthBeyondTheBlockIsShortened(int captured) throws IOException {
        byte[] file = new PcapngFile()
                .section()
                .link(ETHERNET, 0)
                .packet(0, MICROS, captured, 1500, FRAME)
                .packet(0, MICROS, FRAME)
                .bytes();
        Records records = read(file);
        assertEquals(2, records.all().size());
        assertEquals(44, records.all().get(0).captured());
        assertTrue(records.problem().contains("claims " + Integer.toUnsignedString(captured)), records.problem());
    }

    @Test
    void blocksTooShortForTheirTypeAreLeftOut() throws IOException {
        byte[] file = new PcapngFile()
                .section()
                .block(1, bytes(4))
                .link(ETHERNET, 0)
                .block(6, bytes(16))
                .block(2, bytes(16))
                .block(3, bytes(0))
                .packet(0, MICROS, FRAME)
                .bytes();
        Records records = read(file);
        assertEquals(1, records.all().size());
        assertEquals(4, records.problems().size());
    }

    @Test
    void optionsThatLieAboutTheirLengthAreNotFollowed() throws IOException {
        PcapngFile file = new PcapngFile().section();
        byte[] lying = file.resolution(9);
        lying[2] = 120;
        file.link(ETHERNET, 0, lying).packet(0, MICROS, FRAME);
        assertEquals(MICROS * 1000, read(file.bytes()).all().get(0).time());
    }

    @Test
    void aSectionThatDoesNotTellItsByteOrderEndsReading() throws IOException {
        byte[] file = new PcapngFile()
                .section()
                .link(ETHERNET, 0)
                .packet(0, MICROS, FRAME)
                .block(0x0a0d0d0a, bytes(16))
                .packet(0, MICROS, FRAME)
                .bytes();
        Records records = read(file);
        assertEquals(1, records.all().size());
        assertTrue(records.problem().contains("does not tell its byte order"), records.problem());
    }

    @Test
    void noMoreSectionsThanAnybodyJoinsAreRead() throws IOException {
        PcapngFile file = new PcapngFile();
        for (int i = 0; i < 100_000; i++) {
            file.section();
        }
        byte[] bytes = file.bytes();
        Records records = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> read(bytes));
        assertTrue(records.problem().contains("More than 65536 sections"), records.problem());
    }

    @Test
    void noMoreInterfacesThanAnybodyHasAreDescribed() throws IOException {
        PcapngFile file = new PcapngFile().section();
        for (int i = 0; i < 5000; i++) {
            file.link(ETHERNET, 0);
        }
        byte[] bytes = file.packet(4095, MICROS, FRAME).bytes();
        Records records = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> read(bytes));
        assertEquals(1, records.all().size());
        assertTrue(records.problems().get(0).what().contains("More than 4096 interfaces"));
    }

    @Test
    void interfacesOfAllSectionsTogetherAreLimited() throws IOException {
        PcapngFile file = new PcapngFile();
        for (int section = 0; section < 18; section++) {
            file.section();
            for (int i = 0; i < 4000; i++) {
                file.link(ETHERNET, 0);
            }
            file.packet(3999, MICROS, FRAME);
        }
        Records records = read(file.bytes());
        assertEquals(16, records.all().size());
        assertTrue(
                records.problems().get(0).what().contains("More than 65536 interfaces"), () -> "" + records.problems());
    }

    /** Each of a million names was put behind all before, which took hours. */
    @Test
    void anInterfaceHasOneNameHoweverManyItIsGiven() throws IOException {
        PcapngFile file = new PcapngFile().section();
        byte[] option = file.option(2, "ab".getBytes(StandardCharsets.UTF_8));
        byte[] options = new byte[8_000_000];
        for (int at = 0; at < options.length; at += option.length) {
            System.arraycopy(option, 0, options, at, option.length);
        }
        byte[] bytes = file.link(ETHERNET, 0, options)
                .link(
                        ETHERNET,
                        0,
                        file.option(2, bytes(60_000)),
                        file.option(3, "x".repeat(60_000).getBytes(StandardCharsets.UTF_8)))
                .packet(0, MICROS, FRAME)
                .packet(1, MICROS, FRAME)
                .bytes();
        assertEquals(List.of("ab"), notes(bytes, 0));
        assertTrue(notes(bytes, 1).get(0).length() < 300, () -> "" + notes(bytes, 1));
    }

    @Test
    void noMoreCommentsThanAnybodyReadsAreGiven() {
        PcapngFile file = new PcapngFile().section().link(ETHERNET, 0);
        byte[] comments = new byte[8 * 100_000];
        byte[] comment = file.option(1, "ab".getBytes(StandardCharsets.UTF_8));
        for (int at = 0; at < comments.length; at += comment.length) {
            System.arraycopy(comment, 0, comments, at, comment.length);
        }
        byte[] frameAndComments = new byte[60 + comments.length];
        System.arraycopy(comments, 0, frameAndComments, 60, comments.length);
        List<String> notes =
                notes(file.packet(0, MICROS, 60, 60, frameAndComments).bytes(), 0);
        assertEquals(50, notes.size());
        assertEquals("ab", notes.get(49));
    }

    private static List<String> notes(byte[] file, int packet) {
        RecordReader reader = new PcapngFormat().open(BytesSource.of(file), CaptureLimits.DEFAULT, new ProblemLog(10));
        RecordBatch batch = new RecordBatch(10, Integer.MAX_VALUE);
        reader.fill(batch);
        return reader.notes(batch.position[packet]);
    }

    @Test
    void customBlocksWithoutEndAreRead() throws IOException {
        PcapngFile file = new PcapngFile().section();
        for (int i = 0; i < 100_000; i++) {
            file.block(0x0bad, bytes(4));
        }
        byte[] bytes = file.bytes();
        Records records = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(bytes));
        assertEquals(100_000, records.all().size());
    }

    private static List<String> summaries(Records records) {
        return records.all().stream()
                .map(r -> r.captured() + "/" + r.original() + " " + r.linkType() + " "
                        + (r.time() == RecordBatch.NO_TIME ? "none" : r.time()))
                .toList();
    }

    private static Records read(byte[] file) throws IOException {
        return Records.read(new PcapngFormat(), file);
    }
}
