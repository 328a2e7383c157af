package org.ipsecworkbench.diagnosis.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ipsecworkbench.capture.TimeSeries;
import org.ipsecworkbench.diagnosis.TimelineEntry;
import org.ipsecworkbench.diagnosis.TimelineEntry.Signal;
import org.ipsecworkbench.diagnosis.TimelineKind;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.session.Place;
import org.jspecify.annotations.Nullable;

/**
 * An entry as long as the offsets of clocks are not known.
 *
 * @param clock whose time it is, as {@link Clocks} calls it
 */
record Draft(
        String clock,
        Instant stated,
        Duration length,
        String lane,
        String pair,
        TimelineKind kind,
        Signal signal,
        String words,
        String outcome,
        List<String> addresses,
        @Nullable Cookies cookies,
        List<Integer> spis,
        String item,
        Place place,
        @Nullable TimeSeries traffic) {
    /** A text longer than this is cut, since a row of a table shows no more. */
    private static final int MAX_WORDS = 500;

    /** Something that happens at a moment, of which nothing more is known. */
    static Draft moment(
            String clock, Instant stated, String lane, TimelineKind kind, String words, String item, Place place) {
        return new Draft(
                clock,
                stated,
                Duration.ZERO,
                lane,
                "",
                kind,
                Signal.NEUTRAL,
                words,
                "",
                List.of(),
                null,
                List.of(),
                item,
                place,
                null);
    }

    /** The same that took some time. */
    Draft lasting(Duration other) {
        return new Draft(
                clock,
                stated,
                other.isNegative() ? Duration.ZERO : other,
                lane,
                pair,
                kind,
                signal,
                words,
                outcome,
                addresses,
                cookies,
                spis,
                item,
                place,
                traffic);
    }

    /** The same with what came of it. */
    Draft ended(Signal other, String word) {
        return new Draft(
                clock, stated, length, lane, pair, kind, other, words, word, addresses, cookies, spis, item, place,
                traffic);
    }

    /** The same about addresses and SAs. */
    Draft about(List<String> others, @Nullable Cookies named, List<Integer> sas) {
        return new Draft(
                clock, stated, length, lane, pair, kind, signal, words, outcome, others, named, sas, item, place,
                traffic);
    }

    /** The same as traffic of a capture. */
    Draft carrying(String between, @Nullable TimeSeries packets) {
        return new Draft(
                clock, stated, length, lane, between, kind, signal, words, outcome, addresses, cookies, spis, item,
                place, packets);
    }

    /** The entry, once the clock is known. */
    TimelineEntry entry(Duration offset, Names names) {
        return new TimelineEntry(
                stated.minus(offset),
                stated,
                length,
                lane,
                pair,
                kind,
                signal,
                line(words),
                outcome,
                names.hosts(lane, addresses),
                addresses,
                cookies,
                spis,
                item,
                place,
                traffic);
    }

    private static String line(String text) {
        String line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.length() <= MAX_WORDS ? line : line.substring(0, MAX_WORDS) + "…";
    }
}
