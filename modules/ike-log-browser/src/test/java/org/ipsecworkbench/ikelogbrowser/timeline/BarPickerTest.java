package org.ipsecworkbench.ikelogbrowser.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.ipsecworkbench.ikelogbrowser.detail.Ending;
import org.junit.jupiter.api.Test;

class BarPickerTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final OutcomeBins BINS = new OutcomeBins(
            START,
            Duration.ofSeconds(10),
            Map.of(Ending.FAILED, new long[] {0, 3, 0, 0, 1}, Ending.ESTABLISHED, new long[] {0, 0, 0, 2, 0}));

    private final BarPicker picker = new BarPicker();

    private static BarPicker.Range bars(int first, int last) {
        return new BarPicker.Range(
                START.plusSeconds(10L * first),
                START.plusSeconds(10L * last + 10).minusNanos(1));
    }

    @Test
    void goesFromOneBarToTheNextThatIsNotEmpty() {
        assertEquals(bars(1, 1), picker.move(BINS, 1, false));
        assertEquals(bars(3, 3), picker.move(BINS, 1, false));
        assertEquals(bars(1, 1), picker.move(BINS, -1, false));
        assertNull(picker.move(BINS, -1, false));
        assertEquals(bars(3, 3), picker.move(BINS, 1, false));
    }

    @Test
    void beginsAtTheEndThatItComesFrom() {
        assertEquals(bars(4, 4), picker.move(BINS, -1, false));
        picker.reset();
        assertEquals(bars(1, 1), picker.move(BINS, 1, true));
    }

    @Test
    void widensToBothSidesOfWhereItBegan() {
        picker.move(BINS, 1, false);
        picker.move(BINS, 1, false);
        assertEquals(bars(3, 4), picker.move(BINS, 1, true));
        assertEquals(bars(3, 3), picker.move(BINS, -1, true));
        assertEquals(bars(1, 3), picker.move(BINS, -1, true));
        assertEquals(bars(3, 3), picker.move(BINS, 1, false));
    }

    @Test
    void aBarIsToldInWords() {
        assertEquals("10:00:10.000 + 10.0 s: 3 Failed", BINS.words(1));
        assertEquals(3, BINS.total(1));
        assertEquals(0, BINS.total(2));
    }
}
