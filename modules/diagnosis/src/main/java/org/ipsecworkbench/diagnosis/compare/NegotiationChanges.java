package org.ipsecworkbench.diagnosis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.SeenNegotiation;
import org.ipsecworkbench.diagnosis.SessionChange;
import org.ipsecworkbench.diagnosis.SessionChange.Topic;
import org.ipsecworkbench.diagnosis.SessionChange.Trend;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Outcome;
import org.jspecify.annotations.Nullable;

/** How negotiations of pairs of hosts ended, by all that two sessions tell of them: answers, captures, logs and events. */
public final class NegotiationChanges {
    /** What is told of one pair: how often one and the same is told by several sources is not. */
    private static final class Told {
        private boolean isEstablished;
        private final Set<String> failures = new TreeSet<>();

        void add(boolean established, @Nullable Failure failure) {
            isEstablished |= established;
            if (!established) {
                failures.add(failure == null ? "Failed, and nothing says why." : failure.explanation());
            }
        }

        boolean hasFailed() {
            return !failures.isEmpty();
        }

        String words() {
            String why = failures.stream().limit(2).collect(Collectors.joining(" "));
            return isEstablished ? (hasFailed() ? "Established, and failed: " + why : "Established") : "Failed: " + why;
        }
    }

    private NegotiationChanges() {}

    /** Pairs of which both sessions tell how a negotiation ended, by the names of their hosts. */
    public static List<SessionChange> of(ReadSession before, ReadSession after) {
        Map<List<String>, Told> former = told(before);
        Map<List<String>, Told> later = told(after);
        List<SessionChange> changes = new ArrayList<>();
        later.forEach((hosts, now) -> {
            Told then = former.get(hosts);
            if (then != null) {
                change(hosts, then, now, changes);
            }
        });
        return changes;
    }

    private static void change(List<String> hosts, Told then, Told now, List<SessionChange> changes) {
        String pair = "between " + String.join(" and ", hosts);
        Trend trend = Trend.DIFFERENT;
        String statement;
        if (then.isEstablished && !now.isEstablished) {
            trend = Trend.WORSE;
            statement = "Negotiations " + pair + " fail now, and did not before";
        } else if (!then.isEstablished && now.isEstablished) {
            trend = Trend.BETTER;
            statement = "Negotiations " + pair + " succeed now, and failed before";
        } else if (then.hasFailed() != now.hasFailed()) {
            trend = now.hasFailed() ? Trend.WORSE : Trend.BETTER;
            statement = now.hasFailed()
                    ? "Some negotiations " + pair + " fail now"
                    : "No negotiation " + pair + " fails any more";
        } else if (!then.failures.equals(now.failures)) {
            statement = "Negotiations " + pair + " fail for another reason than before";
        } else {
            return;
        }
        changes.add(new SessionChange(Topic.NEGOTIATION, trend, hosts, statement, then.words(), now.words()));
    }

    private static Map<List<String>, Told> told(ReadSession session) {
        Map<List<String>, Told> told =
                new TreeMap<>((one, other) -> String.join("\n", one).compareToIgnoreCase(String.join("\n", other)));
        for (HostFacts host : session.hosts()) {
            for (SeenNegotiation one : host.negotiations()) {
                if (!one.peer().isEmpty()) {
                    add(told, host.name(), session.owner(one.peer()), one.failure() == null, one.failure());
                }
            }
        }
        for (Negotiation one : session.negotiations()) {
            boolean isEstablished = one.outcome() == Outcome.ESTABLISHED;
            if (isEstablished || one.outcome() == Outcome.FAILED) {
                add(told, session.owner(one.initiator()), session.owner(one.responder()), isEstablished, one.failure());
            }
        }
        return told;
    }

    private static void add(
            Map<List<String>, Told> told, String one, String other, boolean isEstablished, @Nullable Failure failure) {
        List<String> pair = one.compareToIgnoreCase(other) <= 0 ? List.of(one, other) : List.of(other, one);
        told.computeIfAbsent(pair, any -> new Told()).add(isEstablished, failure);
    }
}
