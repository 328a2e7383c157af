package org.ipsecworkbench.captureviewer.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ipsecworkbench.captureviewer.Made;
import org.ipsecworkbench.captureviewer.PairKey;
import org.junit.jupiter.api.Test;

class ChartFilterTest {
    private static final PairKey PAIR = new PairKey("10.0.0.1", "10.0.0.2", "");

    @Test
    void aPairAndARangeHoldBoth() {
        ChartFilter picked = ChartFilter.NONE.with(PAIR).between(Made.START.plusSeconds(1), Made.START.plusSeconds(2));
        assertEquals(
                "pair == 10.0.0.1,10.0.0.2 and frame.time_relative >= 1 and frame.time_relative <= 2",
                picked.text(Made.START));
        assertEquals("10.0.0.1 – 10.0.0.2, 15:17:59.647 to 15:18:00.647 UTC", picked.words());
    }

    @Test
    void allTimesAgainLeaveThePair() {
        ChartFilter picked =
                ChartFilter.NONE.with(PAIR).between(Made.START, Made.START).between(null, null);
        assertEquals("pair == 10.0.0.1,10.0.0.2", picked.text(Made.START));
        assertTrue(ChartFilter.NONE.isNone());
        assertEquals("", ChartFilter.NONE.text(Made.START));
    }
}
