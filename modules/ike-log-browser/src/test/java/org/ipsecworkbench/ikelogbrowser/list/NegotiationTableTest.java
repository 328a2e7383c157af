package org.ipsecworkbench.ikelogbrowser.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ikelogbrowser.Lab;
import org.ipsecworkbench.ikelogbrowser.list.NegotiationTableModel.Column;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NegotiationTableTest {
    private final NegotiationTableModel model = new NegotiationTableModel();
    private final NegotiationTable table = new NegotiationTable(model);
    private List<Negotiation> sweep = List.of();

    @BeforeEach
    void show() throws Exception {
        sweep = Lab.read("t05_ike_scan_sweep").negotiations();
        table.show(sweep);
    }

    @Test
    void failuresComeFirstAndTheFirstIsSelected() {
        assertEquals(
                List.of(Outcome.FAILED, Outcome.FAILED, Outcome.INCOMPLETE, Outcome.INCOMPLETE, Outcome.INCOMPLETE),
                IntStream.range(0, model.getRowCount())
                        .mapToObj(row -> model.getValueAt(row, Column.OUTCOME.ordinal()))
                        .toList());
        assertSame(model.negotiation(0), table.selected());
    }

    @Test
    void aRowSaysWhoAskedWhomForWhatAndWhyItFailed() {
        assertEquals("10.145.0.30", model.getValueAt(0, Column.INITIATOR.ordinal()));
        assertEquals("10.145.0.20", model.getValueAt(0, Column.RESPONDER.ordinal()));
        assertEquals("no response", model.getValueAt(0, Column.FAILURE.ordinal()));
        assertEquals("IKEv1 main mode", model.getValueAt(0, Column.EXCHANGE.ordinal()));
        assertEquals(1L, model.getValueAt(0, Column.STEPS.ordinal()));
    }

    @Test
    void everyWordOfTheFilterHasToOccur() {
        Negotiation first = model.negotiation(0);
        assertTrue(new NegotiationFilter("failed 145.0.20").accepts(first));
        assertTrue(new NegotiationFilter(" LISTENS  main ").accepts(first));
        assertTrue(new NegotiationFilter(first.cookies().initiatorHex()).accepts(first));
        assertFalse(new NegotiationFilter("failed ikev2").accepts(first));
    }

    @Test
    void whatIsSelectedStaysSoWhereMoreIsKnown() {
        table.setRowSelectionInterval(2, 2);
        Negotiation third = table.selected();
        table.show(new ArrayList<>(sweep));
        assertSame(third, table.selected());
        table.show(List.of());
        assertNull(table.selected());
    }

    @Test
    void filteringKeepsTheSelectionWhereItCan() {
        table.setRowSelectionInterval(1, 1);
        Negotiation second = table.selected();
        table.filter("failed");
        assertEquals(2, table.getRowCount());
        assertSame(second, table.selected());
        table.filter("ikev2");
        assertEquals(1, table.getRowCount());
        assertNotNull(table.selected());
        table.filter("nothing like this");
        assertNull(table.selected());
        table.filter("");
        assertEquals(5, table.getRowCount());
        assertNotNull(table.selected());
    }
}
