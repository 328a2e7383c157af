package org.ipsecworkbench.lab.program;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.lab.model.AuditEvent;

/**
 * The part of a query for events that the lab honours: numbers, ranges of numbers, and the age; the rest selects nothing
 * less.
 */
record EventSelection(List<int[]> ranges, long ageMillis) {
    /** Characters of a query at most; what is beyond is not looked at. */
    private static final int MAX_LENGTH = 8191;

    private static final Pattern SINGLE = Pattern.compile("EventID\\s*=\\s*(\\d{1,5})");
    private static final Pattern RANGE =
            Pattern.compile("EventID\\s*>=\\s*(\\d{1,5})\\s+and\\s+EventID\\s*<=\\s*(\\d{1,5})");
    private static final Pattern AGE = Pattern.compile("timediff\\(@SystemTime\\)\\s*<=\\s*(\\d{1,15})");

    /** Reads a query in XPath. */
    static EventSelection of(String query) {
        String text = query.length() > MAX_LENGTH ? query.substring(0, MAX_LENGTH) : query;
        List<int[]> ranges = new ArrayList<>();
        Matcher single = SINGLE.matcher(text);
        while (single.find()) {
            int id = Integer.parseInt(single.group(1));
            ranges.add(new int[] {id, id});
        }
        Matcher range = RANGE.matcher(text);
        while (range.find()) {
            ranges.add(new int[] {Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2))});
        }
        Matcher age = AGE.matcher(text);
        return new EventSelection(ranges, age.find() ? Long.parseLong(age.group(1)) : Long.MAX_VALUE);
    }

    boolean selects(AuditEvent event, Instant now) {
        boolean isNumbered =
                ranges.isEmpty() || ranges.stream().anyMatch(range -> range[0] <= event.id() && event.id() <= range[1]);
        return isNumbered && now.toEpochMilli() - event.time().toEpochMilli() <= ageMillis;
    }
}
