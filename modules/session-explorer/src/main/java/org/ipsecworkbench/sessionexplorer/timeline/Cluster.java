package org.ipsecworkbench.sessionexplorer.timeline;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.diagnosis.TimelineEntry;
import org.ipsecworkbench.diagnosis.TimelineEntry.Signal;
import org.jspecify.annotations.Nullable;

/**
 * Entries of a lane that begin so close to each other that one shape stands for all.
 *
 * @param x the middle of the shape in pixels
 * @param first the one that is selected by it: the first of those with its signal
 * @param signal the worst one
 */
record Cluster(int x, TimelineEntry first, Signal signal, int count) {
    /** Room of one shape, in pixels. */
    static final int WIDTH = 11;

    /** Those of a lane that are in sight; one pass over its entries, without an allocation for most of them. */
    static List<Cluster> of(Lane lane, TimeScale scale, int width) {
        List<Cluster> found = new ArrayList<>();
        long cell = Long.MIN_VALUE;
        TimelineEntry first = null;
        int count = 0;
        for (int i = 0; i < lane.entries().size(); i++) {
            long begin = lane.begin(i);
            if (!scale.shows(begin, lane.end(i))) {
                continue;
            }
            TimelineEntry entry = lane.entries().get(i);
            // What began before stands at the left edge.
            long now = (long) Math.floor(Math.max(0, scale.x(begin, width)) / WIDTH);
            if (first == null || now != cell) {
                add(found, cell, first, count);
                cell = now;
                first = entry;
                count = 0;
            } else if (first.signal() != entry.signal()
                    && Signals.worse(entry.signal(), first.signal()) == entry.signal()) {
                first = entry;
            }
            count++;
        }
        add(found, cell, first, count);
        return found;
    }

    private static void add(List<Cluster> found, long cell, @Nullable TimelineEntry first, int count) {
        if (first != null) {
            found.add(new Cluster((int) (cell * WIDTH) + WIDTH / 2, first, first.signal(), count));
        }
    }
}
