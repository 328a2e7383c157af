package org.ipsecworkbench.ike.events;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.ipsecworkbench.ike.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table of events have, in whatever order: by its header and the resource {@code columns.tsv}, or, in
 * tables of Windows 2000 to 2003, which have no header, by their fixed order.
 *
 * @param separator between two columns
 * @param hasHeader whether the first row names the columns
 * @param names headers as they are; empty without
 * @param places the columns that have a meaning of their own
 */
record CsvColumns(char separator, boolean hasHeader, List<String> names, Map<Role, Integer> places) {
    /** What a column has. */
    enum Role {
        ID,
        PROVIDER,
        TIME,
        DATE,
        CHANNEL,
        COMPUTER,
        RECORD,
        VERSION,
        TEXT,
        STRINGS,
        /** A part of the head that is not kept. */
        HEAD
    }

    /** Before the header PowerShell names a type, and spreadsheets the separator. */
    private static final Pattern PREFIX =
            Pattern.compile("(#TYPE [^\\r\\n]*|sep=.)[\\r\\n]+", Pattern.CASE_INSENSITIVE);

    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final int MAX_HEADER = 8192;
    private static final Map<String, Role> ROLES = new HashMap<>();

    /** Date, time, source, type, category, event, user, computer, description (Windows Server 2003, archived logs). */
    private static final Map<Role, Integer> OLD_ORDER =
            Map.of(Role.DATE, 0, Role.TIME, 1, Role.PROVIDER, 2, Role.ID, 5, Role.COMPUTER, 7, Role.TEXT, 8);

    private static final int OLD_COLUMNS = 9;
    private static final Pattern DATE = Pattern.compile("\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}");
    private static final Pattern TIME = Pattern.compile("\\d{1,2}[:.]\\d{2}[:.]\\d{2}( .{1,20})?");
    private static final Pattern ID = Pattern.compile("\\d{1,5}");

    static {
        for (String[] row : Table.rows(CsvColumns.class, "columns.tsv")) {
            ROLES.put(row[1], Role.valueOf(row[0].toUpperCase(Locale.ROOT)));
        }
    }

    CsvColumns {
        names = List.copyOf(names);
        places = Map.copyOf(places);
    }

    /** The columns of a file that begins like this; null where it is no table of events. */
    static @Nullable CsvColumns of(String head) {
        String text = head.substring(prefix(head));
        String begin = text.substring(0, Math.min(MAX_HEADER, text.length()));
        for (char separator : SEPARATORS) {
            List<String> first = first(begin, separator);
            CsvColumns columns = first.size() < 2 ? null : of(first, separator);
            if (columns != null) {
                return columns;
            }
        }
        return null;
    }

    /** How many characters of a file are before its table. */
    static int prefix(String head) {
        var matcher = PREFIX.matcher(head);
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    private static List<String> first(String text, char separator) {
        try {
            Iterator<CsvRecord> rows = CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowExtraCharsAfterClosingQuote(true)
                    .ofCsvRecord(text)
                    .iterator();
            return rows.hasNext() ? rows.next().getFields() : List.of();
        } catch (CsvParseException | UncheckedIOException e) {
            // It is no such table.
            return List.of();
        }
    }

    private static @Nullable CsvColumns of(List<String> first, char separator) {
        Map<Role, Integer> places = new EnumMap<>(Role.class);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            String name = first.get(i).strip();
            names.add(name);
            Role role = role(name);
            if (role != null && role != Role.HEAD) {
                places.putIfAbsent(role, i);
            }
        }
        boolean isTold = places.containsKey(Role.PROVIDER)
                || places.containsKey(Role.TEXT)
                || places.containsKey(Role.TIME)
                || places.containsKey(Role.CHANNEL);
        if (places.containsKey(Role.ID) && isTold) {
            // Event Viewer has one column more than headers.
            places.putIfAbsent(Role.TEXT, first.size());
            return new CsvColumns(separator, true, names, places);
        }
        boolean isOld = first.size() >= OLD_COLUMNS - 1
                && DATE.matcher(first.get(0)).matches()
                && TIME.matcher(first.get(1)).matches()
                && ID.matcher(first.get(5)).matches();
        return isOld ? new CsvColumns(separator, false, List.of(), OLD_ORDER) : null;
    }

    private static @Nullable Role role(String header) {
        return ROLES.get(header.toLowerCase(Locale.ROOT));
    }

    /** The value of a column; empty where the row or the table has none. */
    String value(CsvRecord row, Role role) {
        Integer place = places.get(role);
        return place == null || place >= row.getFieldCount()
                ? ""
                : row.getField(place).strip();
    }

    /** The name of a column that is a value of the event; null where it is a part of its head. */
    @Nullable
    String valueName(int place) {
        if (places.containsValue(place) || !hasHeader) {
            return null;
        }
        if (place >= names.size() || names.get(place).isEmpty()) {
            return "value " + (place + 1);
        }
        return role(names.get(place)) == null ? names.get(place) : null;
    }
}
