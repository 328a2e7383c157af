package org.ipsecworkbench.captureviewer.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.capture.Verdict;
import org.ipsecworkbench.captureviewer.Made;
import org.ipsecworkbench.captureviewer.PairKey;
import org.ipsecworkbench.workbench.RowsModel;
import org.junit.jupiter.api.Test;

class PairTableTest {
    private static final HostPair CLEAR = Made.pair("10.0.0.1", "10.0.0.3", Verdict.CLEAR, 0, 84);
    private static final HostPair MIXED = Made.pair("10.0.0.1", "10.0.0.20", Verdict.MIXED, 75, 25);
    private static final HostPair ENCRYPTED = Made.pair("10.0.0.9", "10.0.0.10", Verdict.ENCRYPTED, 1200, 0);

    private final RowsModel<HostPair> model = new RowsModel<>(PairColumn.values());

    @Test
    void aRowSaysWhatThePairIs() {
        model.show(List.of(MIXED));
        assertEquals(Verdict.MIXED, value(PairColumn.VERDICT));
        assertEquals("10.0.0.1", value(PairColumn.A));
        assertEquals("10.0.0.20", value(PairColumn.B));
        assertEquals(0.75, value(PairColumn.PROTECTED));
        assertEquals(0.75, value(PairColumn.CONFIDENTIAL));
        assertEquals(100L, value(PairColumn.ELIGIBLE));
        assertEquals(25L, value(PairColumn.CLEAR));
        assertEquals(10_200L, value(PairColumn.BYTES));
        assertEquals(0.68, value(PairColumn.CONFIDENCE));
        assertEquals("The first reason.", value(PairColumn.REASON));
    }

    @Test
    void theSelectedPairStaysSelectedWhereverANewSnapshotPutsIt() {
        PairTable table = new PairTable(model);
        table.show(List.of(MIXED, ENCRYPTED));
        table.select(PairKey.of(ENCRYPTED));
        assertEquals(1, table.getSelectedRow());
        table.show(List.of(CLEAR, MIXED, ENCRYPTED));
        assertEquals(2, table.getSelectedRow());
        assertEquals(PairKey.of(ENCRYPTED), table.selected());
        table.show(List.of(CLEAR));
        assertNull(table.selected());
    }

    @Test
    void hostsAreSortedByTheirNumbers() {
        PairTable table = new PairTable(model);
        table.show(List.of(MIXED, ENCRYPTED, CLEAR));
        table.getRowSorter().toggleSortOrder(PairColumn.B.ordinal());
        assertEquals("10.0.0.3", table.getValueAt(0, table.convertColumnIndexToView(PairColumn.B.ordinal())));
        assertEquals("10.0.0.20", table.getValueAt(2, table.convertColumnIndexToView(PairColumn.B.ordinal())));
    }

    @Test
    void theColumnOfNetworksAppearsWithTheFirstNetwork() {
        PairTable table = new PairTable(model);
        table.show(List.of(CLEAR));
        assertEquals(-1, table.convertColumnIndexToView(PairColumn.NETWORK.ordinal()));
        HostPair there = new HostPair(
                CLEAR.a(),
                CLEAR.b(),
                "VLAN 42",
                CLEAR.classes(),
                CLEAR.aToB(),
                CLEAR.bToA(),
                CLEAR.verdict(),
                1,
                List.of(),
                CLEAR.evidence());
        table.show(List.of(CLEAR, there));
        assertEquals(3, table.convertColumnIndexToView(PairColumn.NETWORK.ordinal()));
        table.select(PairKey.of(there));
        assertEquals(1, table.getSelectedRow());
    }

    @Test
    void whatIsSaidOfAPairCanBePastedIntoATicket() {
        assertEquals("""
                10.0.0.1 – 10.0.0.20   Partly in clear, confidence 68 %
                •  The first reason.
                •  Another.

                Seen: ESP 75 (7.50 kB), ICMP 2 (200 B), Clear 25 (2.50 kB)
                10.0.0.1 → 10.0.0.20: 75 encrypted, 25 in clear
                10.0.0.20 → 10.0.0.1: 2 in clear but not held against them""", PairReasons.of(MIXED));
    }

    private Object value(PairColumn column) {
        return model.getValueAt(0, column.ordinal());
    }
}
