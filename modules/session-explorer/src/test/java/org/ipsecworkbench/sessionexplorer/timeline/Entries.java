package org.ipsecworkbench.sessionexplorer.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ipsecworkbench.diagnosis.TimelineEntry;
import org.ipsecworkbench.diagnosis.TimelineEntry.Signal;
import org.ipsecworkbench.diagnosis.TimelineKind;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.session.Place;

/** Entries made up for tests. */
final class Entries {
    static final Instant TIME = Instant.parse("2026-11-25T09:30:00Z");

    private Entries() {}

    static TimelineEntry entry(String lane, TimelineKind kind, Signal signal, long seconds, long length) {
        return entry(lane, "", kind, signal, Duration.ofSeconds(seconds), Duration.ofSeconds(length), 1);
    }

    static TimelineEntry pair(String lane, String pair, Signal signal) {
        return entry(lane, pair, TimelineKind.CAPTURE, signal, Duration.ZERO, Duration.ofSeconds(60), 1);
    }

    private static TimelineEntry entry(
            String lane, String pair, TimelineKind kind, Signal signal, Duration after, Duration length, long number) {
        return new TimelineEntry(
                TIME.plus(after),
                TIME.plus(after).plusSeconds(2),
                length,
                lane,
                pair,
                kind,
                signal,
                "Entry " + number,
                signal == Signal.BAD ? "Failed" : "",
                lane.startsWith("SRV") ? List.of(lane) : List.of(),
                List.of("10.0.0.1", "10.0.0.2"),
                new Cookies(number, 0),
                List.of((int) number),
                "1",
                Place.event(number),
                null);
    }

    /** Many of several hosts over an hour, by time, the same for each call. */
    static List<TimelineEntry> many(int count) {
        Random random = new Random(17);
        TimelineKind[] kinds = {
            TimelineKind.NEGOTIATION,
            TimelineKind.EVENT,
            TimelineKind.SERVICE,
            TimelineKind.POLICY,
            TimelineKind.COMMAND
        };
        List<TimelineEntry> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(entry(
                    "SRV" + random.nextInt(20),
                    "",
                    kinds[random.nextInt(kinds.length)],
                    Signal.values()[random.nextInt(Signal.values().length)],
                    Duration.ofMillis(i * 3_600_000L / count),
                    Duration.ofMillis(random.nextInt(4000)),
                    i + 1L));
        }
        return all;
    }
}
