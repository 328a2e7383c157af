package org.ipsecworkbench.ikelogbrowser.list;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.ike.FailureKey;
import org.ipsecworkbench.ike.Negotiation;

/**
 * Which negotiations to list, in which order, and which groups of the same failure are open. Those of one
 * {@link FailureKey} are one row, where their first stands.
 *
 * @param filter which
 * @param column what to order by; equal ones stay in the order of their beginning
 * @param descending whether the greatest comes first
 * @param open the groups that are not folded
 */
record Arrangement(NegotiationFilter filter, ListColumn column, boolean descending, Set<FailureKey> open) {
    Arrangement {
        open = Set.copyOf(open);
    }

    /**
     * What is listed.
     *
     * @param rows the rows
     * @param negotiations how many negotiations they stand for
     */
    record Arranged(List<Row> rows, int negotiations) {}

    /** Arranges them. Costs a moment for many; not for the event thread. */
    Arranged apply(List<Negotiation> all) {
        List<Negotiation> some = new ArrayList<>(filter.apply(all));
        Comparator<Negotiation> order = column.order();
        some.sort(descending ? order.reversed() : order);
        Map<Object, List<Negotiation>> groups = new LinkedHashMap<>();
        for (Negotiation one : some) {
            FailureKey key = FailureKey.of(one);
            groups.computeIfAbsent(key == null ? new Object() : key, any -> new ArrayList<>(1))
                    .add(one);
        }
        List<Row> rows = new ArrayList<>(groups.size());
        groups.forEach((key, alike) -> {
            boolean isOpen = alike.size() > 1 && key instanceof FailureKey failure && open.contains(failure);
            rows.add(new Row(alike.get(0), alike.size(), isOpen, false));
            if (isOpen) {
                alike.forEach(one -> rows.add(new Row(one, 1, false, true)));
            }
        });
        return new Arranged(List.copyOf(rows), some.size());
    }
}
