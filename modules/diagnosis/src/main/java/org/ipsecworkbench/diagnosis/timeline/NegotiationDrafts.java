package org.ipsecworkbench.diagnosis.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipsecworkbench.diagnosis.TimelineEntry.Signal;
import org.ipsecworkbench.diagnosis.TimelineKind;
import org.ipsecworkbench.ike.ChildSa;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ike.Step;
import org.ipsecworkbench.session.Place;

/** Negotiations as entries, from their first step to their last. */
final class NegotiationDrafts {
    /** SAs beyond are not found by their SPI, which a negotiation of years may have. */
    private static final int MAX_SPIS = 256;

    private NegotiationDrafts() {}

    /** Empty where no step has a time. */
    static Optional<Draft> of(Negotiation one, String clock, String lane, String item) {
        Instant start = one.start();
        if (start == null) {
            return Optional.empty();
        }
        return Optional.of(Draft.moment(clock, start, lane, TimelineKind.NEGOTIATION, words(one), item, place(one))
                .lasting(Duration.between(start, end(one, start)))
                .ended(signal(one), one.verdict())
                .about(addresses(one), one.cookies().initiator() == 0 ? null : one.cookies(), spis(one)));
    }

    private static Instant end(Negotiation one, Instant start) {
        Instant end = start;
        for (Step step : one.steps()) {
            for (Instant time : Stream.of(Optional.ofNullable(step.time()), Optional.ofNullable(step.lastTime()))
                    .flatMap(Optional::stream)
                    .toList()) {
                end = time.isAfter(end) ? time : end;
            }
        }
        return end;
    }

    private static String words(Negotiation one) {
        String mode = one.mode().label();
        String named = mode.substring(0, 1).toUpperCase(Locale.ROOT) + mode.substring(1);
        Failure failure = one.failure();
        return named + " "
                + (one.initiator().isEmpty() ? "unknown" : one.initiator()) + " → "
                + (one.responder().isEmpty() ? "unknown" : one.responder()) + ": " + one.verdict()
                + (failure == null ? "" : ", " + failure.failureClass().label());
    }

    private static Signal signal(Negotiation one) {
        if (one.isInClear() || one.outcome() == Outcome.FAILED) {
            return Signal.BAD;
        }
        return one.outcome() == Outcome.ESTABLISHED ? Signal.GOOD : Signal.NEUTRAL;
    }

    static List<String> addresses(Negotiation one) {
        return Stream.of(one.initiator(), one.responder())
                .filter(address -> !address.isEmpty())
                .toList();
    }

    static List<Integer> spis(Negotiation one) {
        return one.children().stream()
                .map(ChildSa::spi)
                .distinct()
                .limit(MAX_SPIS)
                .toList();
    }

    private static Place place(Negotiation one) {
        List<Evidence> all = new ArrayList<>();
        one.steps().forEach(step -> all.addAll(step.evidence()));
        return all.isEmpty() ? Place.ALL : place(all.get(0));
    }

    /** The first packet, line or event. */
    static Place place(Evidence evidence) {
        return switch (evidence.source().kind()) {
            case CAPTURE -> Place.packet(evidence.first());
            case OAKLEY -> Place.line(evidence.first());
            case EVENTS, WFP -> Place.event(evidence.first());
        };
    }
}
