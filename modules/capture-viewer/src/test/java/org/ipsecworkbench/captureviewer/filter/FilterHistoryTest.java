package org.ipsecworkbench.captureviewer.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterHistoryTest {
    @Test
    void theNewestComesFirstOnceAndTwentyAreKept() {
        List<String> filters = List.of();
        for (int i = 0; i < 30; i++) {
            filters = FilterHistory.with(filters, "frame.number == " + i);
        }
        filters = FilterHistory.with(filters, "frame.number == 20 ");
        assertEquals(FilterHistory.MAX, filters.size());
        assertEquals("frame.number == 20", filters.get(0));
        assertEquals("frame.number == 29", filters.get(1));
        assertEquals(1, Collections.frequency(filters, "frame.number == 20"));
    }

    @Test
    void nothingAndTooMuchAreNotKept() {
        List<String> filters = List.of("esp");
        assertEquals(filters, FilterHistory.with(filters, "  "));
        assertEquals(filters, FilterHistory.with(filters, "esp or ".repeat(2000)));
    }
}
