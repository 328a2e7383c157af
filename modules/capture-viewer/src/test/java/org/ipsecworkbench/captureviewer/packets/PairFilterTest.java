package org.ipsecworkbench.captureviewer.packets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.capture.Packet;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.Verdict;
import org.ipsecworkbench.captureviewer.Made;
import org.ipsecworkbench.captureviewer.PairKey;
import org.junit.jupiter.api.Test;

class PairFilterTest {
    private static final HostPair ONE = Made.pair("10.0.0.1", "10.0.0.2", Verdict.CLEAR, 0, 1);
    private static final HostPair OTHER = Made.pair("10.0.0.1", "10.0.0.3", Verdict.CLEAR, 0, 1);

    private final PacketSource source = new PacketSource() {
        @Override
        public Packet packet(long index) {
            return Made.packet(index);
        }

        /** Flows 0, 1, 2, 0, 1, 2, … */
        @Override
        public int flowOf(long index) {
            return (int) (index % 3);
        }
    };

    @Test
    void thePacketsOfAllFlowsOfThePairAreFound() {
        PairFilter filter = new PairFilter(PairKey.of(ONE));
        filter.extend(source, coverage(List.of(ONE, OTHER), 0, 1, 0), 9);
        assertEquals(6, filter.matches().size());
        assertEquals(0, filter.matches().packet(0));
        assertEquals(2, filter.matches().packet(1));
        assertEquals(1, filter.matches().row(2));
        assertEquals(-1, filter.matches().row(1));
    }

    @Test
    void itGoesOnWhereItStoppedThoughThePairMoved() {
        PairFilter filter = new PairFilter(PairKey.of(OTHER));
        filter.extend(source, coverage(List.of(ONE, OTHER), 0, 1, 0), 9);
        filter.extend(source, coverage(List.of(OTHER, ONE), 1, 0, 1), 3_000_000);
        assertEquals(1_000_000, filter.matches().size());
        assertEquals(2_999_998, filter.matches().packet(999_999));
        assertEquals(3_000_000, filter.examined());
    }

    private static Coverage coverage(List<HostPair> pairs, int... pairOfFlow) {
        return Made.coverage(
                pairs,
                List.of(
                        Made.flow(0, pairOfFlow[0], TrafficClass.CLEAR),
                        Made.flow(1, pairOfFlow[1], TrafficClass.ESP),
                        Made.flow(2, pairOfFlow[2], TrafficClass.ICMP)));
    }
}
