package org.ipsecworkbench.capture.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RecordBatchTest {

    @Test
    void itIsFullWithAsManyRecordsAsItWasMadeFor() {
        RecordBatch batch = new RecordBatch(2, Integer.MAX_VALUE);
        assertFalse(batch.isFull());
        add(batch, 0);
        assertFalse(batch.isFull());
        add(batch, 1);
        assertTrue(batch.isFull());
        batch.clear();
        assertFalse(batch.isFull());
        assertEquals(0, batch.size());
    }

    @Test
    void itIsFullWhereItsRecordsSpreadOverMuchOfTheFile() {
        RecordBatch batch = new RecordBatch(100, 1000);
        add(batch, 5_000_000_000L);
        add(batch, 5_000_000_999L);
        assertFalse(batch.isFull());
        add(batch, 5_000_001_000L);
        assertTrue(batch.isFull());
    }

    @Test
    void aRecordFourGigabytesBehindTheFirstHasToWait() {
        RecordBatch batch = new RecordBatch(100, 1000);
        assertFalse(batch.isTooFar(9_000_000_000L), "the first one may lie anywhere");
        add(batch, 5_000_000_000L);
        assertFalse(batch.isTooFar(5_000_000_000L + 0xffff_ffffL));
        assertTrue(batch.isTooFar(5_000_000_000L + 0x1_0000_0000L));
    }

    @Test
    void oneThatTakesOneRecordTakesOne() {
        RecordBatch batch = new RecordBatch(1, 0);
        assertFalse(batch.isFull());
        add(batch, 9_000_000_000L);
        assertTrue(batch.isFull());
        assertEquals(9_000_000_000L, batch.position[0]);
        assertEquals(RecordBatch.NO_TIME, batch.time[0]);
        assertEquals(7, batch.linkType[0]);
    }

    private static void add(RecordBatch batch, long position) {
        batch.add(position, position + 16, 60, 1500, RecordBatch.NO_TIME, 7);
    }
}
