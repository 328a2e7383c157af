package org.ipsecworkbench.capture.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.ipsecworkbench.capture.spi.RecordBatch;
import org.ipsecworkbench.capture.testing.Records;
import org.junit.jupiter.api.Test;

class NetmonFormatTest {
    @Test
    void sinceVersion23EveryFrameHasItsOwnTimeInUtc() throws IOException {
        Records records = read(OldFormats.netmon(2, 3));
        assertEquals(
                List.of(700L, OldFormats.SECOND + 700, 2 * OldFormats.SECOND + 700),
                records.all().stream().map(one -> one.time() - OldFormats.TIME).toList());
    }

    @Test
    void sinceVersion21EveryFrameHasItsOwnLinkLayer() throws IOException {
        Records records = read(OldFormats.netmon(2, 1, 1, 9, 0xe069));
        assertEquals(
                List.of(1, 101, 105),
                records.all().stream().map(Records.One::linkType).toList());
    }

    @Test
    void networkMonitorsOwnFramesArePacketsOfNoKind() throws IOException {
        Records records = read(OldFormats.netmon(2, 3, 0xffff, 0xfffb, 0xffe0));
        assertEquals("", records.problem());
        assertTrue(records.all().stream().allMatch(one -> one.linkType() == RecordBatch.NO_PACKET));
    }

    @Test
    void aLinkLayerThatIsNotKnownIsSaidOnce() throws IOException {
        Records records = read(OldFormats.netmon(2, 1, 11, 11, 1));
        assertEquals(3, records.all().size());
        assertEquals(
                "offset 128: The link layer with Network Monitor's number 11 is not known; its packets count as not IP.",
                records.problem());
    }

    @Test
    void wirelessFramesBeginBehindTheirMetadata() throws IOException {
        byte[] file = OldFormats.netmon(2, 1, 6, 1, 1);
        file[128 + 16] = 2;
        file[128 + 17] = 32;
        Records.One first = read(file).all().get(0);
        assertEquals(128 + 16 + 32, first.data());
        assertEquals(60 - 32, first.captured());
        assertEquals(60 - 32, first.original());
        assertEquals(105, first.linkType());
    }

    @Test
    void metadataLongerThanItsFrameLeaveNothing() throws IOException {
        byte[] file = OldFormats.netmon(2, 1, 6, 1, 1);
        file[128 + 17] = (byte) 0xff;
        file[128 + 18] = (byte) 0xff;
        assertEquals(0, read(file).all().get(0).captured());
    }

    @Test
    void aTableThatIsCutOffCostsNoFrame() throws IOException {
        byte[] file = OldFormats.netmon(2, 0);
        Records records = read(Arrays.copyOf(file, file.length - 1));
        assertEquals(3, records.all().size());
        assertTrue(records.problem().contains("one after another"), records.problem());
    }

    @Test
    void aTableThatPointsNowhereEndsReadingThere() throws IOException {
        byte[] file = OldFormats.netmon(2, 0);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(file.length - 8, file.length + 1);
        Records records = read(file);
        assertEquals(1, records.all().size());
        assertTrue(records.problem().startsWith("offset " + (file.length - 8) + ": "), records.problem());
    }

    @Test
    void aFrameThatIsListedTwiceIsTwoFrames() throws IOException {
        byte[] file = OldFormats.netmon(2, 0);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(file.length - 8, 128);
        assertEquals(
                List.of(144L, 144L),
                read(file).all().stream().limit(2).map(Records.One::data).toList());
    }

    @Test
    void aDateThatIsNoneLeavesTheFramesWithoutTimes() throws IOException {
        byte[] file = OldFormats.netmon(2, 0);
        file[10] = 13;
        Records records = read(file);
        assertTrue(records.all().stream().allMatch(one -> one.time() == RecordBatch.NO_TIME));
        assertTrue(records.problem().startsWith("offset 8: "), records.problem());
    }

    @Test
    void aFileWithoutFramesIsEmpty() throws IOException {
        byte[] file = Arrays.copyOf(OldFormats.netmon(2, 0), 128);
        Arrays.fill(file, 24, 32, (byte) 0);
        Records records = read(file);
        assertEquals("", records.problem());
        assertEquals(List.of(), records.all());
    }

    private static Records read(byte[] file) throws IOException {
        return Records.read(new NetmonFormat(), file);
    }
}
