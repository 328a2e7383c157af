package org.ipsecworkbench.captureviewer.flows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.Confidentiality;
import org.ipsecworkbench.capture.Count;
import org.ipsecworkbench.capture.Exemption;
import org.ipsecworkbench.capture.Flow;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.captureviewer.Made;
import org.junit.jupiter.api.Test;

class FlowSortingTest {
    private static Flow flow(int id, String source, TrafficClass trafficClass, long spi, long packets) {
        return new Flow(
                id,
                0,
                source,
                "10.0.0.1",
                "",
                trafficClass,
                Exemption.NONE,
                spi,
                Confidentiality.ENCRYPTED,
                new Count(packets, 100 * packets),
                0,
                Made.START,
                Made.START.plusSeconds(10));
    }

    private final List<Flow> flows = List.of(
            flow(0, "10.0.0.10", TrafficClass.ESP, 0xc0d41955L, 21),
            flow(1, "10.0.0.9", TrafficClass.CLEAR, 0, 1),
            flow(2, "10.0.0.10", TrafficClass.IKEV2, 0, 4));

    private List<Integer> ids(String words, FlowColumn column, boolean descending) {
        return new FlowSorting(words, column, descending)
                .apply(flows).stream().map(Flow::id).toList();
    }

    @Test
    void everyWordHasToBeThere() {
        assertEquals(List.of(0), ids("10.0.0.10 encrypted", FlowColumn.PACKETS, true));
        assertEquals(List.of(0), ids("C0D4", FlowColumn.PACKETS, true));
        assertEquals(List.of(1), ids("in clear", FlowColumn.PACKETS, true));
        assertEquals(List.of(), ids("10.0.0.10 nothing", FlowColumn.PACKETS, true));
    }

    @Test
    void addressesAreOrderedByTheirNumbers() {
        assertEquals(List.of(1, 0, 2), ids("", FlowColumn.SOURCE, false));
        assertEquals(List.of(0, 2, 1), ids(" ", FlowColumn.PACKETS, true));
    }

    @Test
    void aRateNeedsTwoPackets() {
        assertEquals(2.0, FlowColumn.rate(flows.get(0)));
        assertTrue(Double.isNaN(FlowColumn.rate(flows.get(1))));
    }

    @Test
    void contentIsToldInWords() {
        assertEquals("Encrypted", FlowColumn.content(flows.get(0)));
        assertEquals("In clear", FlowColumn.content(flows.get(1)));
        assertEquals("Negotiates keys", FlowColumn.content(flows.get(2)));
    }

    @Test
    void aHundredThousandFlowsAreArrangedInAMoment() {
        List<Flow> many = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            many.add(flow(i, "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255), TrafficClass.ESP, i, i % 977));
        }
        long began = System.nanoTime();
        List<Flow> shown = new FlowSorting("10.0 esp", FlowColumn.SOURCE, true).apply(many);
        long millis = (System.nanoTime() - began) / 1_000_000;
        assertTrue(shown.size() > 60_000, "shows " + shown.size());
        assertTrue(millis < 10_000, millis + " ms");
    }
}
