package org.ipsecworkbench.ikelogbrowser.detail;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.Source;
import org.jspecify.annotations.Nullable;

/** The events of one file that may be about negotiations, by their place; is filled once and then only read. */
public final class EventBook implements Consumer<ExplainedEvent> {
    /** Characters of all events of a file that are kept; an event of a failure has some 1,000. */
    static final int MAX_CHARACTERS = 16 << 20;

    private final Map<Evidence, ExplainedEvent> events = new HashMap<>();
    private int room = MAX_CHARACTERS;

    /** Without events. */
    public EventBook() {}

    @Override
    public void accept(ExplainedEvent event) {
        boolean isOurs = event.isIpsec() || event.event().evidence().source().kind() == Source.Kind.WFP;
        int size = isOurs ? size(event) : 0;
        if (isOurs && size <= room) {
            room -= size;
            events.put(event.event().evidence(), event);
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
}
