package org.ipsecworkbench.capture.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.ipsecworkbench.capture.spi.RecordBatch;
import org.ipsecworkbench.capture.testing.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnoopFormatTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "4, 1", "2, 6", "8, 10", "-2147483647, 101"})
    void linkLayersGetTheirRegisteredNumbers(int number, int linkType) throws IOException {
        Records records = Records.read(new SnoopFormat(), OldFormats.snoop(number));
        assertEquals("", records.problem());
        assertEquals(linkType, records.all().get(0).linkType());
    }

    @Test
    void aLinkLayerThatIsNotKnownIsAProblem() throws IOException {
        Records records = Records.read(new SnoopFormat(), OldFormats.snoop(26));
        assertEquals(RecordBatch.NO_PACKET, records.all().get(0).linkType());
        assertTrue(records.problem().startsWith("offset 12: "), records.problem());
    }

    @Test
    void aRecordShorterThanItsPacketEndsReading() throws IOException {
        byte[] file = OldFormats.snoop(4);
        int second = 16 + 24 + 60;
        ByteBuffer.wrap(file).putInt(second + 8, 24 + 39);
        Records records = Records.read(new SnoopFormat(), file);
        assertEquals(1, records.all().size());
        assertTrue(records.problem().startsWith("offset " + second + ": "), records.problem());
    }
}
