package org.ipsecworkbench.ike.events;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.ike.EventLimits;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * A line of the Snare agent: columns between tabs behind {@code MSWinEventLog}, the description in one of the last ones with
 * its line ends gone.
 */
final class SnareLine {
    static final String MARK = "MSWinEventLog\t";

    private static final int CHANNEL = 1;
    private static final int TIME = 3;
    private static final int ID = 4;
    private static final int PROVIDER = 5;
    private static final int COMPUTER = 9;
    private static final int CATEGORY = 10;
    private static final int MIN_COLUMNS = 12;

    private SnareLine() {}

    /** The event of a line; null where it is none. */
    static @Nullable EventRecord read(String line, Evidence evidence, EventLimits limits) {
        int begin = line.indexOf(MARK);
        String[] columns = begin < 0
                ? new String[0]
                : line.substring(begin + MARK.length()).split("\t", -1);
        if (columns.length < MIN_COLUMNS) {
            return null;
        }
        int id = (int) Math.min(Integer.MAX_VALUE, Math.max(0, Values.number(columns[ID])));
        String text = "";
        for (int i = CATEGORY + 1; i < columns.length; i++) {
            // Which of the columns behind the category has the description differs between versions; the last is a
            // number.
            text = columns[i].length() > text.length() ? columns[i] : text;
        }
        String kept = text.length() > limits.maxText() ? text.substring(0, limits.maxText()) : text;
        List<EventRecord.Field> fields = new ArrayList<>(Labels.fields(id, kept, limits.maxFields()));
        fields.add(new EventRecord.Field("Date", columns[TIME], ""));
        return new EventRecord(
                evidence, columns[PROVIDER], id, 0, 0, null, columns[CHANNEL], columns[COMPUTER], 0, fields, kept);
    }
}
