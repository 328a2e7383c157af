package org.ipsecworkbench.diagnosis.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipsecworkbench.diagnosis.TimelineEntry.Signal;
import org.ipsecworkbench.diagnosis.TimelineKind;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Step;
import org.jspecify.annotations.Nullable;

/**
 * What a log, a list of events or a host's answer says, as entries. What was told before, as by two answers that list the same
 * events, is not told again.
 */
final class LogDrafts {
    private record Key(
            String lane,
            Instant time,
            TimelineKind kind,
            String words,
            @Nullable Cookies cookies) {}

    /** What a negotiation says of the events that it was read from. */
    private record Told(List<String> addresses, @Nullable Cookies cookies, List<Integer> spis) {}

    private final Drafts drafts;
    private final Clocks clocks;
    private final Names names;
    private final Set<Key> known = new HashSet<>();

    LogDrafts(Drafts drafts, Clocks clocks, Names names) {
        this.drafts = drafts;
        this.clocks = clocks;
        this.names = names;
    }

    /** What is read of one source; its events come first. */
    final class Reading {
        private final String item;
        private final String owner;
        private final String ownClock;
        private final int limit;
        private final List<Draft> events = new ArrayList<>();
        private String lane = "";

        private Reading(String item, String owner, String ownClock, int limit) {
            this.item = item;
            this.owner = owner;
            this.ownClock = ownClock;
            this.limit = limit;
        }

        /** The next event; those that are not of IPsec do not count. */
        void event(ExplainedEvent explained) {
            if (!explained.isIpsec()) {
                return;
            }
            if (events.size() >= limit) {
                drafts.leaveOut();
                return;
            }
            Instant time = explained.event().time();
            if (time == null) {
                drafts.timeless();
                return;
            }
            String computer = explained.event().computer();
            String whose = computer.isEmpty() ? owner : names.host(computer);
            lane = lane.isEmpty() && !computer.isEmpty() ? whose : lane;
            events.add(
                    EventDrafts.of(explained, time, computer.isEmpty() ? ownClock : clocks.host(whose), whose, item));
        }

        /** Whose the source is: the first computer that it names, else its host. */
        private String lane() {
            return lane.isEmpty() ? owner : lane;
        }

        /** By which clock its negotiations are told. */
        String clock() {
            return lane.isEmpty() ? ownClock : clocks.host(lane);
        }

        /** The negotiations, when all events came. */
        void end(IkeReport report) {
            Map<Long, Told> told = new HashMap<>();
            for (Negotiation one : report.negotiations()) {
                Optional<Draft> draft = NegotiationDrafts.of(one, clock(), lane(), item);
                draft.ifPresentOrElse(LogDrafts.this::add, drafts::timeless);
                Told says = new Told(
                        NegotiationDrafts.addresses(one),
                        one.cookies().initiator() == 0 ? null : one.cookies(),
                        NegotiationDrafts.spis(one));
                for (Step step : one.steps()) {
                    for (Evidence evidence : step.evidence()) {
                        told.put(evidence.first(), says);
                    }
                }
            }
            for (Draft event : events) {
                Told says = told.get(event.place().first());
                add(says == null ? event : event.about(says.addresses, says.cookies, says.spis));
            }
        }
    }

    /**
     * Begins to read a source.
     *
     * @param owner whose it is where its events do not say
     * @param ownClock by which its times are told then
     * @param limit events that are kept
     */
    Reading begin(String item, String owner, String ownClock, int limit) {
        return new Reading(item, owner, ownClock, limit);
    }

    private void add(Draft draft) {
        if (known.add(new Key(draft.lane(), draft.stated(), draft.kind(), draft.words(), draft.cookies()))) {
            drafts.add(draft);
        }
    }

    /** Single events. */
    private static final class EventDrafts {
        static Draft of(ExplainedEvent explained, Instant time, String clock, String lane, String item) {
            TimelineKind kind = switch (explained.topic()) {
                case SERVICE -> TimelineKind.SERVICE;
                case POLICY -> TimelineKind.POLICY;
                case NEGOTIATION, OTHER -> TimelineKind.EVENT;
            };
            int id = explained.event().id();
            String words = (id == 0 ? "" : id + ": ") + explained.meaning();
            boolean isBad = explained.failure() != null;
            List<Integer> spis = new ArrayList<>(1);
            long spi = explained.event().number("SPI");
            if (spi != 0) {
                spis.add((int) spi);
            }
            String remote = explained.event().value("RemoteAddress");
            return Draft.moment(
                            clock,
                            time,
                            lane,
                            kind,
                            words,
                            item,
                            NegotiationDrafts.place(explained.event().evidence()))
                    .ended(isBad ? Signal.BAD : Signal.NEUTRAL, isBad ? "Failure" : "")
                    .about(remote.isEmpty() ? List.of() : List.of(remote.toLowerCase(Locale.ROOT)), null, spis);
        }
    }
}
