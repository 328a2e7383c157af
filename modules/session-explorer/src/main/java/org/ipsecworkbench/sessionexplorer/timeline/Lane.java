package org.ipsecworkbench.sessionexplorer.timeline;

import java.util.List;
import org.ipsecworkbench.diagnosis.TimelineEntry;
import org.jspecify.annotations.Nullable;

/** A row of the diagram: entries of one kind of one host or file, by time. Immutable. */
final class Lane {
    private final String owner;
    private final String title;
    private final List<TimelineEntry> entries;
    /** In milliseconds since 1970, as painting asks for them a hundred thousand times. */
    private final long[] begins;

    private final long[] ends;

    /**
     * Counts out their times; not for the event dispatch thread where there are many.
     *
     * @param owner the host or file whose it is
     * @param title what its entries are; empty for the row that names the owner
     */
    Lane(String owner, String title, List<TimelineEntry> entries) {
        this.owner = owner;
        this.title = title;
        this.entries = List.copyOf(entries);
        begins = this.entries.stream()
                .mapToLong(entry -> entry.time().toEpochMilli())
                .toArray();
        ends = this.entries.stream()
                .mapToLong(entry -> entry.end().toEpochMilli())
                .toArray();
    }

    String owner() {
        return owner;
    }

    String title() {
        return title;
    }

    List<TimelineEntry> entries() {
        return entries;
    }

    /** When an entry begins, in milliseconds since 1970. */
    long begin(int entry) {
        return begins[entry];
    }

    /** When it ends; equals its beginning where it is a moment. */
    long end(int entry) {
        return ends[entry];
    }

    boolean isHead() {
        return title.isEmpty();
    }

    /** Where an entry stands, by identity, since two sources may tell the same; -1 where it is not in it. */
    @SuppressWarnings("ReferenceEquality")
    int indexOf(@Nullable TimelineEntry entry) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) == entry) {
                return i;
            }
        }
        return -1;
    }
}
