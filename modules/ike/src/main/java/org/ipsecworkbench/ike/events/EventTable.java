package org.ipsecworkbench.ike.events;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipsecworkbench.ike.table.Table;
import org.jspecify.annotations.Nullable;

/** The audit events of IPsec: the resources {@code events.tsv} and {@code fields.tsv}. */
final class EventTable {
    /** What an event tells of. */
    enum Kind {
        MAIN_ESTABLISHED,
        MAIN_FAILED,
        MAIN_ENDED,
        CHILD_ESTABLISHED,
        CHILD_FAILED,
        CHILD_ENDED,
        EXTENDED_ESTABLISHED,
        EXTENDED_FAILED,
        /** Windows 2000 to 2003: one ID for both modes, and a value says which. */
        ESTABLISHED,
        FAILED,
        /** Something that is part of no negotiation. */
        STATE
    }

    /**
     * One event ID.
     *
     * @param kind what it tells of
     * @param cause the key in {@code causes.tsv} of what it means by itself; empty where it is no failure, or its values say
     * @param meaning a sentence
     */
    record Entry(Kind kind, String cause, String meaning) {}

    private record Key(int id, int version) {}

    private static final Map<Integer, Entry> ENTRIES = new HashMap<>();
    private static final Map<Key, List<String>> FIELDS = new HashMap<>();

    /** IDs below have values without names, told apart by their number. */
    private static final int FIRST_NAMED = 4608;

    static {
        for (String[] row : Table.rows(EventTable.class, "events.tsv")) {
            Kind kind = Kind.valueOf(row[1].toUpperCase(Locale.ROOT).replace('-', '_'));
            ENTRIES.put(Integer.valueOf(row[0]), new Entry(kind, row[2], row[3]));
        }
        for (String[] row : Table.rows(EventTable.class, "fields.tsv")) {
            List<String> names = row[2].isEmpty() ? List.of() : List.of(row[2].split(","));
            FIELDS.put(new Key(Integer.parseInt(row[0]), Integer.parseInt(row[1])), names);
        }
    }

    private EventTable() {}

    /** Whether the provider's IDs are the ones of the table. */
    static boolean isAudit(String provider) {
        return provider.isEmpty()
                || provider.equalsIgnoreCase("Security")
                || provider.equalsIgnoreCase("Microsoft-Windows-Security-Auditing");
    }

    static @Nullable Entry entry(int id) {
        return ENTRIES.get(id);
    }

    /** The names of values that carry none themselves; empty where they are not known. */
    static List<String> fields(int id, int version, int count) {
        List<String> names = FIELDS.get(new Key(id, id < FIRST_NAMED ? count : version));
        return names == null || names.size() != count ? List.of() : names;
    }
}
