package org.ipsecworkbench.ike.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.EventTopic;
import org.ipsecworkbench.ike.table.Table;

/** What events of IPsec are about: the resource {@code topics.tsv}, and of negotiations what {@code events.tsv} says. */
public final class Topics {
    private record Range(EventTable.Group group, int first, int last, EventTopic topic) {}

    private static final List<Range> RANGES = new ArrayList<>();

    static {
        for (String[] row : Table.rows(Topics.class, "topics.tsv")) {
            RANGES.add(new Range(
                    EventTable.group(row[0]),
                    Integer.parseInt(row[1]),
                    Integer.parseInt(row[2]),
                    EventTopic.valueOf(row[3].toUpperCase(Locale.ROOT))));
        }
    }

    private Topics() {}

    /** Of an event that a table knows; any other one is about something else. */
    public static EventTopic of(EventRecord event) {
        EventTable.Entry entry = EventTable.entry(event.provider(), event.id());
        if (entry == null) {
            return EventTopic.OTHER;
        }
        if (entry.kind() != EventTable.Kind.STATE) {
            return EventTopic.NEGOTIATION;
        }
        return RANGES.stream()
                .filter(range -> range.group == entry.group() && event.id() >= range.first && event.id() <= range.last)
                .findFirst()
                .map(Range::topic)
                .orElse(EventTopic.OTHER);
    }
}
