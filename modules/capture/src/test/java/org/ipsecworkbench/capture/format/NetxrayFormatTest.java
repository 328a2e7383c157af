package org.ipsecworkbench.capture.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.ipsecworkbench.capture.testing.Records;
import org.junit.jupiter.api.Test;

class NetxrayFormatTest {
    @Test
    void aRingBeginsInTheMiddleAndGoesOnAtTheFront() throws IOException {
        byte[] file = OldFormats.netxray("002.001");
        int third = 128 + 40 + 60 + 40 + 40;
        // The oldest packet is the third; the newest ends behind the first, and half of the second is left of older
        // ones.
        little(file).putInt(24, third).putInt(28, 128 + 40 + 60);
        assertEquals(List.of(2L, 0L), times(read(file)));
    }

    @Test
    void fourBytesBehindTheFrameAreNotPartOfIt() throws IOException {
        byte[] file = OldFormats.netxray("002.001");
        file[128 + 14] = -1;
        file[128 + 15] = -1;
        Records.One first = read(file).all().get(0);
        assertEquals(56, first.captured());
        assertEquals(56, first.original());
    }

    @Test
    void theUnitOfTimeDependsOnWhatCaptured() throws IOException {
        byte[] file = OldFormats.netxray("002.001");
        file[48] = 2; // the unit that stands in the header
        little(file).putInt(76, 2_000_000);
        assertEquals(
                OldFormats.TIME + OldFormats.SECOND / 2, read(file).all().get(1).time());
        file[84] = 2; // a gigabit pod
        file[48] = 0;
        assertEquals(OldFormats.TIME + 1_000_000, read(file).all().get(1).time());
    }

    @Test
    void aUnitThatIsNotKnownIsAProblem() throws IOException {
        byte[] file = OldFormats.netxray("002.001");
        file[48] = 9;
        assertEquals(
                "offset 48: The unit of time is not known; times may be wrong.",
                read(file).problem());
    }

    @Test
    void aFileThatEndsBeforeItsHeaderSaysWasCutOff() throws IOException {
        byte[] file = OldFormats.netxray("001.100");
        Records records = read(Arrays.copyOf(file, 128 + 28 + 60));
        assertEquals(1, records.all().size());
        assertTrue(records.problem().contains("cut off"), records.problem());
    }

    private static List<Long> times(Records records) {
        return records.all().stream()
                .map(one -> (one.time() - OldFormats.TIME) / OldFormats.SECOND)
                .toList();
    }

    private static ByteBuffer little(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Records read(byte[] file) throws IOException {
        return Records.read(new NetxrayFormat(), file);
    }
}
