package org.ipsecworkbench.ikelogbrowser.detail;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.session.Place;
import org.ipsecworkbench.workbench.Bookmarks;
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

    /** A place as something to find again; empty where its source is no file. */
    public Optional<Bookmarks.InFile> spot(Evidence place, String words) {
        return Optional.ofNullable(files.get(place.source()))
                .map(file -> new Bookmarks.InFile(file, Place.of(place.label()), words));
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
