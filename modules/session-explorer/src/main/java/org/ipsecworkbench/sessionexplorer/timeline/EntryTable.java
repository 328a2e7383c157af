package org.ipsecworkbench.sessionexplorer.timeline;

import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.diagnosis.TimelineEntry;
import org.ipsecworkbench.workbench.Cells;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.HeaderSorter;
import org.ipsecworkbench.workbench.ResultTable;
import org.ipsecworkbench.workbench.RowsModel;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** The entries of a timeline, a row each. */
@Messages("ACN_Entries=Entries of the timeline")
final class EntryTable extends ResultTable {
    private static final long serialVersionUID = 1;

    private final RowsModel<TimelineEntry> model;
    private transient Map<TimelineEntry, Integer> rows = Map.of();

    EntryTable(RowsModel<TimelineEntry> model, HeaderSorter<TimelineEntry> sorter) {
        super(model, "timelineEntries", Bundle.ACN_Entries(), EntryColumn.WHAT);
        this.model = model;
        setRowSorter(sorter);
        column(EntryColumn.TIME, Cells.<Instant>number(EntryTable::millis), "2026-11-25 14:03:12.123");
        column(EntryColumn.LENGTH, Cells.<String>number(String::toString), "2 h 03 min");
        column(EntryColumn.OFFSET, Cells.<String>text(String::toString), "10.1 s ahead");
        column(EntryColumn.LANE, Cells.<String>text(String::toString), "SRV1 (simulated)");
        column(EntryColumn.KIND, Cells.<String>text(String::toString), "Captured traffic");
        column(
                EntryColumn.WHAT,
                Cells.<TimelineEntry>marked(TimelineEntry::words, entry -> new SignalIcon(entry.signal(), false)),
                "Main mode 10.100.10.1 → 10.100.10.2: Failed, authentication");
        column(EntryColumn.COOKIE, Cells.<String>code(String::toString), "5fb0c0a2b86e1d07");
        column(EntryColumn.SPI, Cells.<String>code(String::toString), "0xc0ffee01 0xc0ffee02");
        column(EntryColumn.PLACE, Cells.<String>text(String::toString), "packet 12345");
    }

    private static String millis(Instant time) {
        String moment = Formats.moment(time);
        return moment.substring(0, moment.length() - 3);
    }

    /** Shows other rows, and keeps selected what is selected where it is among them. */
    void show(List<TimelineEntry> entries, Map<TimelineEntry, Integer> places) {
        TimelineEntry before = selected();
        getSelectionModel().setValueIsAdjusting(true);
        try {
            rows = places;
            model.show(entries);
            if (before != null) {
                select(before);
            }
        } finally {
            getSelectionModel().setValueIsAdjusting(false);
        }
    }

    /** Where each entry stands, by identity. */
    static Map<TimelineEntry, Integer> places(List<TimelineEntry> entries) {
        Map<TimelineEntry, Integer> places = new IdentityHashMap<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            places.put(entries.get(i), i);
        }
        return places;
    }

    /** Selects an entry and brings it into sight; none where it is not among the rows. */
    void select(TimelineEntry entry) {
        Integer row = rows.get(entry);
        if (row == null) {
            clearSelection();
        } else {
            setRowSelectionInterval(row, row);
            scrollRectToVisible(getCellRect(row, 0, true));
        }
    }

    @Nullable
    TimelineEntry selected() {
        int row = getSelectedRow();
        return row < 0 || row >= model.getRowCount() ? null : model.row(row);
    }
}
