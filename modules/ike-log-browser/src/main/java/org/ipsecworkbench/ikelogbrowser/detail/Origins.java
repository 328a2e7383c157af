package org.ipsecworkbench.ikelogbrowser.detail;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.Source;
import org.jspecify.annotations.Nullable;

/**
 * Where the steps of negotiations were read.
 *
 * @param files the file of each source
 * @param events those of all sources
 */
public record Origins(Map<Source, Path> files, List<EventBook> events) {
    /** Of nothing. */
    public static final Origins NONE = new Origins(Map.of(), List.of());

    /** Keeps copies. */
    public Origins {
        files = Map.copyOf(files);
        events = List.copyOf(events);
    }

    /** The event at a place; null where it was not kept. */
    @Nullable
    ExplainedEvent event(Evidence place) {
        return events.stream()
                .map(book -> book.event(place))
                .filter(event -> event != null)
                .findFirst()
                .orElse(null);
    }
}
