package org.ipsecworkbench.sessionexplorer.timeline;

import java.util.Comparator;
import java.util.List;
import org.ipsecworkbench.diagnosis.TimelineEntry;
import org.ipsecworkbench.diagnosis.TimelineFilter;

/**
 * What is shown, and in which order the table lists it.
 *
 * @param column by which rows are sorted
 */
record Arrangement(TimelineFilter filter, EntryColumn column, boolean isDescending) {
    static final Arrangement FIRST = new Arrangement(TimelineFilter.ALL, EntryColumn.TIME, false);

    /**
     * What comes of it.
     *
     * @param rows of the table
     * @param lanes of the diagram, which do not depend on the order of the rows
     */
    record Arranged(List<TimelineEntry> rows, List<Lane> lanes) {}

    /** Some 100 ms for 100,000 entries; not for the event dispatch thread. */
    Arranged apply(List<TimelineEntry> all) {
        List<TimelineEntry> wanted = all.stream().filter(filter::test).toList();
        List<Lane> lanes = Lanes.of(wanted);
        if (column == EntryColumn.TIME && !isDescending) {
            return new Arranged(wanted, lanes);
        }
        Comparator<TimelineEntry> order = column.order();
        return new Arranged(
                wanted.stream().sorted(isDescending ? order.reversed() : order).toList(), lanes);
    }
}
