package org.ipsecworkbench.ikelogbrowser.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.RowSorter.SortKey;
import javax.swing.SortOrder;
import org.ipsecworkbench.ike.FailureClass;
import org.ipsecworkbench.ike.FailureKey;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ikelogbrowser.Lab;
import org.ipsecworkbench.ikelogbrowser.detail.Ending;
import org.ipsecworkbench.workbench.HeaderSorter;
import org.ipsecworkbench.workbench.RowsModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NegotiationTableTest {
    private final RowsModel<Row> model = new RowsModel<>(ListColumn.values());
    private final Set<FailureKey> open = new HashSet<>();
    private final NegotiationTable table = new NegotiationTable(
            model, new HeaderSorter<>(model, new SortKey(0, SortOrder.ASCENDING), () -> {}), this::toggle);
    private List<Negotiation> sweep = List.of();
    private List<Negotiation> all = List.of();
    private NegotiationFilter filter = NegotiationFilter.ALL;

    @BeforeEach
    void show() throws Exception {
        sweep = Lab.read("t05_ike_scan_sweep").negotiations();
        show(sweep);
    }

    private void show(List<Negotiation> negotiations) {
        all = negotiations;
        table.show(arrange(ListColumn.OUTCOME, false).rows());
    }

    private Arrangement.Arranged arrange(ListColumn column, boolean descending) {
        return new Arrangement(filter, column, descending, open).apply(all);
    }

    private void toggle(FailureKey group) {
        if (!open.remove(group)) {
            open.add(group);
        }
        show(all);
    }

    private void press(int key) {
        Object name =
                table.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).get(KeyStroke.getKeyStroke(key, 0));
        table.getActionMap().get(name).actionPerformed(new ActionEvent(table, ActionEvent.ACTION_PERFORMED, ""));
    }

    @Test
    void failuresComeFirstAndTheFirstIsSelected() {
        assertEquals(
                List.of(Outcome.FAILED, Outcome.FAILED, Outcome.INCOMPLETE, Outcome.INCOMPLETE),
                model.rows().stream().map(row -> row.shown().outcome()).toList());
        assertSame(model.row(0).shown(), table.selected());
    }

    @Test
    void aRowSaysWhoAskedWhomForWhatAndWhyItFailed() {
        assertEquals("10.145.0.30", model.getValueAt(0, ListColumn.INITIATOR.ordinal()));
        assertEquals("10.145.0.20", model.getValueAt(0, ListColumn.RESPONDER.ordinal()));
        assertEquals("no response", model.getValueAt(0, ListColumn.FAILURE.ordinal()));
        assertEquals("IKEv1 main mode", model.getValueAt(0, ListColumn.EXCHANGE.ordinal()));
    }

    @Test
    void whatIsAskedHasToFitInAllItsParts() {
        Negotiation first = model.row(0).shown();
        Instant start = Objects.requireNonNull(first.start());
        assertTrue(accepts(first, "failed 145.0.20", null, null));
        assertTrue(accepts(first, " LISTENS  main ", Ending.FAILED, FailureClass.NO_RESPONSE));
        assertTrue(accepts(first, first.cookies().initiatorHex(), null, null));
        assertFalse(accepts(first, "failed ikev2", null, null));
        assertFalse(accepts(first, "", Ending.INCOMPLETE, null));
        assertFalse(accepts(first, "", null, FailureClass.PROPOSAL));
        assertEquals(List.of(first), new NegotiationFilter("", null, null, start, start).apply(List.of(first)));
        assertEquals(List.of(), new NegotiationFilter("", null, null, start.plusNanos(1), null).apply(List.of(first)));
        assertEquals(List.of(), new NegotiationFilter("", null, null, null, start.minusNanos(1)).apply(List.of(first)));
    }

    private static boolean accepts(Negotiation one, String words, Ending outcome, FailureClass cause) {
        return !new NegotiationFilter(words, outcome, cause, null, null)
                .apply(List.of(one))
                .isEmpty();
    }

    @Test
    void filteringKeepsTheSelectionWhereItCan() {
        table.setRowSelectionInterval(1, 1);
        Negotiation second = table.selected();
        filter("failed");
        assertEquals(2, table.getRowCount());
        assertSame(second, table.selected());
        filter("ikev2");
        assertEquals(1, table.getRowCount());
        assertSame(model.row(0).shown(), table.selected());
        filter("nothing like this");
        assertNull(table.selected());
        filter("");
        assertEquals(4, table.getRowCount());
        assertSame(model.row(0).shown(), table.selected());
    }

    private void filter(String words) {
        filter = new NegotiationFilter(words, null, null, null, null);
        show(all);
    }

    @Test
    void theSameFailuresAreOneRowThatTheArrowsOpenAndFold() {
        List<Negotiation> many = new ArrayList<>(sweep);
        many.addAll(sweep);
        many.addAll(sweep);
        show(many);
        assertEquals(4, table.getRowCount());
        assertEquals(15, table.negotiations());
        assertEquals(
                List.of(3, 3, 3, 6),
                model.rows().stream().map(Row::alike).sorted().toList());
        press(KeyEvent.VK_RIGHT);
        assertEquals(7, table.getRowCount());
        assertEquals(15, table.negotiations());
        assertTrue(model.row(0).open());
        assertTrue(model.row(3).member());
        press(KeyEvent.VK_RIGHT);
        assertEquals(7, table.getRowCount(), "it is open");
        table.setRowSelectionInterval(2, 2);
        press(KeyEvent.VK_LEFT);
        assertEquals(4, table.getRowCount());
        assertEquals(0, table.getSelectedRow(), "whose member was selected");
    }

    @Test
    void successesAreNeverFolded() throws Exception {
        List<Negotiation> one = Lab.read("b01_ikev1_psk_transport").negotiations();
        List<Negotiation> twice = new ArrayList<>(one);
        twice.addAll(one);
        show(twice);
        assertEquals(Outcome.ESTABLISHED, model.row(0).shown().outcome());
        assertEquals(twice.size(), table.getRowCount());
    }

    @Test
    void groupsStandWhereTheirFirstBelongs() {
        List<Row> rows = arrange(ListColumn.RESPONDER, true).rows();
        assertEquals("10.145.0.20", rows.get(0).shown().responder());
        List<Row> byTime = arrange(ListColumn.START, false).rows();
        assertEquals(
                byTime.stream().map(row -> row.shown().start()).sorted().toList(),
                byTime.stream().map(row -> row.shown().start()).toList());
    }
}
