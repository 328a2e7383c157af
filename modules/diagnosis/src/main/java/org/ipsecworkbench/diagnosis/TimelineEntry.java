package org.ipsecworkbench.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ipsecworkbench.capture.TimeSeries;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.session.Place;
import org.jspecify.annotations.Nullable;

/**
 * Something that a piece of evidence says happened at a time.
 *
 * @param time when, by the clock that all entries share: {@code stated} without the offset of the clock that told it
 * @param stated when, as the evidence has it
 * @param length until it ended; zero for a moment
 * @param lane whose it is: a host of the session, the computer that an event names, or a capture of which no host is known
 * @param pair the two addresses of captured traffic, {@code 10.0.0.1 ↔ 10.0.0.2}; else empty
 * @param kind what sort of thing it is
 * @param signal whether it is what is hoped for
 * @param words what happened, for people; one line
 * @param outcome what came of it in a word or two, such as {@code Failed}; empty where there is none
 * @param hosts the hosts of the session that it is about, its own one first
 * @param addresses that it is about, in canonical text
 * @param cookies of its negotiation; null where they are not known
 * @param spis of ESP and AH, as unsigned numbers
 * @param item the {@link org.ipsecworkbench.session.EvidenceItem#id} of the evidence
 * @param place where it stands there
 * @param traffic packets over time, by the clock of {@code stated}, of a capture as a whole; null elsewhere
 */
public record TimelineEntry(
        Instant time,
        Instant stated,
        Duration length,
        String lane,
        String pair,
        TimelineKind kind,
        Signal signal,
        String words,
        String outcome,
        List<String> hosts,
        List<String> addresses,
        @Nullable Cookies cookies,
        List<Integer> spis,
        String item,
        Place place,
        @Nullable TimeSeries traffic) {
    /** Whether something is what is hoped for. */
    public enum Signal {
        GOOD("good"),
        BAD("bad"),
        NEUTRAL("neutral");

        private final String key;

        Signal(String key) {
            this.key = key;
        }

        /** The name in JSON; never changes. */
        public String key() {
            return key;
        }
    }

    /** Copies the lists. */
    public TimelineEntry {
        hosts = List.copyOf(hosts);
        addresses = List.copyOf(addresses);
        spis = List.copyOf(spis);
    }

    /** When it ended; equals the time of a moment. */
    public Instant end() {
        return time.plus(length);
    }
}
