package org.ipsecworkbench.ikelogbrowser.detail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.Source;
import org.jspecify.annotations.Nullable;

/** The events of one file that are about IPsec, by their place; is filled once and then only read. */
public final class EventBook implements Consumer<ExplainedEvent> {
    /** Characters of all events of a file that are kept; an event of a failure has some 1,000. */
    static final int MAX_CHARACTERS = 16 << 20;

    private final Map<Evidence, ExplainedEvent> events = new LinkedHashMap<>();
    private int room = MAX_CHARACTERS;
    private long lost;

    /** Without events. */
    public EventBook() {}

    @Override
    public void accept(ExplainedEvent event) {
        boolean isOurs = event.isIpsec() || event.event().evidence().source().kind() == Source.Kind.WFP;
        if (!isOurs) {
            return;
        }
        int size = size(event);
        if (size <= room) {
            room -= size;
            events.put(event.event().evidence(), event);
        } else if (event.isIpsec()) {
            lost++;
        }
    }

    private static int size(ExplainedEvent explained) {
        EventRecord event = explained.event();
        int size = explained.meaning().length() + event.text().length() + 200;
        for (EventRecord.Field field : event.fields()) {
            size += field.name().length()
                    + field.raw().length()
                    + field.meaning().length()
                    + 50;
        }
        return size;
    }

    /** The event at a place; null where there is none, or it was not kept. */
    @Nullable
    ExplainedEvent event(Evidence place) {
        return events.get(place);
    }

    /** Those that tables explain, in the order of the file. */
    public List<ExplainedEvent> explained() {
        return events.values().stream().filter(ExplainedEvent::isIpsec).toList();
    }

    /** How many more of these there were than are kept. */
    public long lost() {
        return lost;
    }
}
