package org.ipsecworkbench.capture.format;

import static org.ipsecworkbench.capture.testing.Packets.bytes;
import static org.ipsecworkbench.capture.testing.Packets.cut;
import static org.ipsecworkbench.capture.testing.Packets.ethernet;
import static org.ipsecworkbench.capture.testing.Packets.join;
import static org.ipsecworkbench.capture.testing.PcapFile.ETHERNET;
import static org.ipsecworkbench.capture.testing.PcapFile.MICROSECONDS;
import static org.ipsecworkbench.capture.testing.PcapFile.MODIFIED;
import static org.ipsecworkbench.capture.testing.PcapFile.NANOSECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.ipsecworkbench.capture.testing.PcapFile;
import org.ipsecworkbench.capture.testing.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PcapFormatTest {
    private static final long TIME = 1_795_445_510_932_534_000L;
    private static final byte[] FRAME = ethernet(0x0806, bytes(28));

    @ParameterizedTest
    @ValueSource(ints = {MICROSECONDS, NANOSECONDS, MODIFIED})
    void everyVariantIsReadInBothByteOrders(int magic) throws IOException {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            long time = magic == NANOSECONDS ? TIME + 123 : TIME;
            byte[] file = new PcapFile(magic, order, ETHERNET)
                    .packet(time, FRAME)
                    .cutPacket(time + 1000, FRAME, 20)
                    .packet(time + 2000, bytes(0))
                    .packet(time - 5_000_000_000L, FRAME)
                    .bytes();
            assertTrue(new PcapFormat().recognises(ByteBuffer.wrap(file)));
            Records records = read(file);
            assertEquals("", records.problem());
            int header = magic == MODIFIED ? 24 : 16;
            int second = 24 + header + FRAME.length;
            int third = second + header + 20;
            int fourth = third + header;
            assertEquals(
                    List.of(
                            new Records.One(24, 24 + header, FRAME.length, FRAME.length, time, ETHERNET),
                            new Records.One(second, second + header, 20, FRAME.length, time + 1000, ETHERNET),
                            new Records.One(third, third + header, 0, 0, time + 2000, ETHERNET),
                            new Records.One(
                                    fourth,
                                    fourth + header,
                                    FRAME.length,
                                    FRAME.length,
                                    time - 5_000_000_000L,
                                    ETHERNET)),
                    records.all());
        }
    }

    @Test
    void theFlagsOfTheLinkTypeAreNotPartOfIt() throws IOException {
        byte[] file = PcapFile.of(0x1400_0000 | ETHERNET).packet(TIME, FRAME).bytes();
        assertEquals(ETHERNET, read(file).all().get(0).linkType());
    }

    @Test
    void secondsAreUnsignedUntil2106() throws IOException {
        byte[] file =
                PcapFile.of(ETHERNET).packet(4_294_967_295_000_000_000L, FRAME).bytes();
        assertEquals(4_294_967_295_000_000_000L, read(file).all().get(0).time());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void lessThanAMagicNumberIsNotRecognised(int length) {
        byte[] file = cut(PcapFile.of(ETHERNET).bytes(), length);
        assertFalse(new PcapFormat().recognises(ByteBuffer.wrap(file)));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 20, 23})
    void aFileCutInItsHeaderHasNoPackets(int length) throws IOException {
        Records records = read(cut(PcapFile.of(ETHERNET).bytes(), length));
        assertEquals(List.of(), records.all());
        assertEquals("offset 0: The file ends inside its own header; there are no packets in it.", records.problem());
    }

    @Test
    void aFileWithoutPacketsIsSound() throws IOException {
        assertEquals(
                new Records(List.of(), List.of()), read(PcapFile.of(ETHERNET).bytes()));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 'offset 82: The file was cut off inside the header of a packet.'",
        "15, 'offset 82: The file was cut off inside the header of a packet.'",
        "16, 'offset 82: The file was cut off inside a packet: 0 of 42 bytes are there. The packet is left out.'",
        "57, 'offset 82: The file was cut off inside a packet: 41 of 42 bytes are there. The packet is left out.'"
    })
    void whatComesBeforeACutIsKept(int left, String problem) throws IOException {
        byte[] file =
                PcapFile.of(ETHERNET).packet(TIME, FRAME).packet(TIME, FRAME).bytes();
        Records records = read(cut(file, 24 + 16 + FRAME.length + left));
        assertEquals(1, records.all().size());
        assertEquals(problem, records.problem());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, (16 << 20) + 1})
    void aLengthThatCannotBeEndsReading(int captured) throws IOException {
        byte[] file = PcapFile.of(ETHERNET)
                .packet(TIME, FRAME)
                .record(TIME, captured, 60, FRAME)
                .packet(TIME, FRAME)
                .bytes();
        Records records = read(file);
        assertEquals(1, records.all().size());
        assertEquals(
                "offset 82: A packet claims " + Integer.toUnsignedString(captured)
                        + " captured bytes, which cannot be; reading stops here.",
                records.problem());
    }

    @Test
    void aPacketOfSegmentationOffloadIsRead() throws IOException {
        byte[] file = PcapFile.of(ETHERNET).packet(TIME, bytes(300_000)).bytes();
        assertEquals(300_000, read(file).all().get(0).captured());
    }

    @Test
    void originalLengthsAreUnsigned() throws IOException {
        byte[] file = PcapFile.of(ETHERNET).record(TIME, 42, -1, FRAME).bytes();
        assertEquals(0xffffffffL, read(file).all().get(0).original());
    }

    /** Its header reads as a packet without bytes, to tshark as well, and what follows cannot be. */
    @Test
    void aSecondFileBehindTheFirstIsDamage() throws IOException {
        byte[] one = PcapFile.of(ETHERNET).packet(TIME, FRAME).bytes();
        Records records = read(join(one, one));
        assertEquals(2, records.all().size());
        assertEquals(0, records.all().get(1).captured());
        assertTrue(records.problem().startsWith("offset 98: "), records.problem());
    }

    private static Records read(byte[] file) throws IOException {
        return Records.read(new PcapFormat(), file);
    }
}
