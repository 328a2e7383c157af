package org.ipsecworkbench.captureviewer.flows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.capture.Flow;

/**
 * Which flows to show, and in which order.
 *
 * @param words each has to be in a flow's words; empty shows all
 * @param column what to order by
 * @param descending whether the greatest comes first
 */
record FlowSorting(String words, FlowColumn column, boolean descending) {
    /** The flows to show. Costs a moment for many; not for the event thread. */
    List<Flow> apply(List<Flow> flows) {
        String[] wanted = words.toLowerCase(Locale.ROOT).trim().split("\\s+");
        List<Flow> shown = new ArrayList<>(flows.size());
        for (Flow flow : flows) {
            if (flow.count().packets() > 0 && (words.isBlank() || passes(flow, wanted))) {
                shown.add(flow);
            }
        }
        Comparator<Flow> order = column.order();
        shown.sort((descending ? order.reversed() : order).thenComparingInt(Flow::id));
        return shown;
    }

    private static boolean passes(Flow flow, String[] wanted) {
        String text = FlowColumn.words(flow);
        for (String word : wanted) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
