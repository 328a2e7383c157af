package org.ipsecworkbench.ikelogbrowser;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.Step;
import org.ipsecworkbench.ikelogbrowser.event.SeenEvent;
import org.ipsecworkbench.session.Place;

/**
 * What is told of at a place of a file: a step of a negotiation.
 *
 * @param source the file
 * @param place what was asked for
 */
record ToldAt(Negotiation negotiation, Step step, Source source, Place place) {
    /**
     * The step that was read there; where none was, the last one before it, since what a log says between steps is about what
     * goes on. Empty where nothing was read of the file before.
     */
    static Optional<ToldAt> of(Path file, Place place, Gathered all) {
        return source(file, place, all).flatMap(source -> nearest(source, place, all));
    }

    /** The event there that is no step of a negotiation. */
    static Optional<SeenEvent> event(Path file, Place place, Gathered all) {
        return source(file, place, all).flatMap(source -> {
            Evidence wanted = Evidence.of(source, place.first());
            return all.events().stream()
                    .filter(seen -> !seen.ofNegotiation()
                            && seen.event().event().evidence().equals(wanted))
                    .findFirst();
        });
    }

    /** The file, where it has such places. */
    private static Optional<Source> source(Path file, Place place, Gathered all) {
        return all.origins().files().entrySet().stream()
                .filter(one -> one.getValue().equals(file))
                .map(Map.Entry::getKey)
                .findFirst()
                .filter(source -> place.unit().equals(unit(source)));
    }

    private static Place.Unit unit(Source source) {
        return switch (source.kind()) {
            case CAPTURE -> Place.Unit.PACKET;
            case OAKLEY -> Place.Unit.LINE;
            case EVENTS, WFP -> Place.Unit.EVENT;
        };
    }

    private static Optional<ToldAt> nearest(Source source, Place place, Gathered all) {
        long number = place.first();
        ToldAt found = null;
        long best = 0;
        for (Negotiation one : all.report().negotiations()) {
            for (Step step : one.steps()) {
                for (Evidence evidence : step.evidence()) {
                    if (evidence.source().equals(source) && evidence.first() <= number && evidence.first() > best) {
                        best = evidence.first();
                        found = new ToldAt(one, step, source, place);
                    }
                }
            }
        }
        return Optional.ofNullable(found);
    }
}
