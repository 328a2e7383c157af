package org.ipsecworkbench.ike.negotiate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.KeyModule;
import org.ipsecworkbench.ike.Mode;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ike.Proposal;
import org.ipsecworkbench.ike.Step;
import org.jspecify.annotations.Nullable;

/**
 * Says how each negotiation of a capture ended. What is encrypted is judged by who sent how much and what followed, and the
 * explanations say so.
 */
final class Judge {
    /** Hosts send again after a few seconds; an offer that nobody repeats for so long was given up. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Windows offers AuthIP and IKEv1 at the same moment, and lets one of them be. */
    private static final Duration SAME_MOMENT = Duration.ofSeconds(2);

    /** Places that a failure names. */
    private static final int MAX_EVIDENCE = 4;

    /** How a negotiation ended, and why. */
    record Finding(Outcome outcome, @Nullable Failure failure) {
        static final Finding ESTABLISHED = new Finding(Outcome.ESTABLISHED, null);
        static final Finding INCOMPLETE = new Finding(Outcome.INCOMPLETE, null);
        static final Finding UNKNOWN = new Finding(Outcome.UNKNOWN, null);

        static Finding failed(Failure failure) {
            return new Finding(Outcome.FAILED, failure);
        }
    }

    private final @Nullable Instant captureEnd;
    private final Map<String, List<Building>> authIp = new HashMap<>();

    Judge(Collection<Building> all, @Nullable Instant captureEnd) {
        this.captureEnd = captureEnd;
        for (Building building : all) {
            if (building.module == KeyModule.AUTHIP) {
                String pair = Pairs.name(building.initiator, building.responder);
                authIp.computeIfAbsent(pair, any -> new ArrayList<>()).add(building);
            }
        }
    }

    /** Judges one negotiation; several threads may at the same time, each another one. */
    Negotiation negotiation(Building building) {
        Finding finding =
                building.module == KeyModule.IKEV2 ? Judge2.judge(building, this) : Judge1.judge(building, this);
        if (finding.outcome() == Outcome.FAILED && isUnneeded(building)) {
            building.notes.add(
                    "The same host offered AuthIP at the same moment; of the two offers only one is needed.");
            finding = Finding.INCOMPLETE;
        }
        Notes.add(building, finding.outcome());
        return new Negotiation(
                building.cookies(),
                building.initiator,
                building.responder,
                building.module,
                mode(building),
                authentication(building),
                finding.outcome(),
                finding.failure(),
                false,
                building.offered,
                building.chosen,
                building.children,
                building.notes,
                building.steps(),
                building.droppedSteps,
                building.inside.disclosure(),
                Renewals.of(building));
    }

    private static Mode mode(Building building) {
        for (Exchange exchange : building.exchanges.all()) {
            return switch (exchange.type) {
                case Exchange.MAIN -> Mode.MAIN;
                case Exchange.AGGRESSIVE -> Mode.AGGRESSIVE;
                case Exchange.QUICK -> Mode.QUICK;
                case Exchange.IKE_SA_INIT -> Mode.IKE_SA_INIT;
                case Exchange.IKE_AUTH -> Mode.IKE_AUTH;
                case Exchange.CREATE_CHILD_SA -> Mode.CREATE_CHILD_SA;
                case Exchange.INFORMATIONAL, Exchange.INFORMATIONAL_2 -> Mode.INFORMATIONAL;
                case Exchange.AUTHIP_MAIN -> Mode.AUTHIP_MAIN;
                case Exchange.AUTHIP_QUICK -> Mode.AUTHIP_QUICK;
                case Exchange.AUTHIP_EXTENDED -> Mode.AUTHIP_EXTENDED;
                default -> Mode.UNKNOWN;
            };
        }
        return Mode.UNKNOWN;
    }

    /** What was chosen, or the only one that was offered. */
    static String authentication(Building building) {
        List<String> methods = new ArrayList<>();
        for (Proposal proposal : building.chosen.isEmpty() ? building.offered : building.chosen) {
            for (Proposal.Transform transform : proposal.transforms()) {
                transform
                        .attribute("authentication")
                        .filter(one -> !methods.contains(one))
                        .ifPresent(methods::add);
            }
        }
        return methods.size() == 1 ? methods.get(0) : methods.isEmpty() ? building.inside.method() : "";
    }

    private boolean isUnneeded(Building building) {
        if (building.module != KeyModule.IKEV1 || building.cookies().isAnswered()) {
            return false;
        }
        Instant start = building.start();
        for (Building other : authIp.getOrDefault(Pairs.name(building.initiator, building.responder), List.of())) {
            Instant others = other.start();
            if (start != null
                    && others != null
                    && Duration.between(start, others).abs().compareTo(SAME_MOMENT) < 0) {
                return true;
            }
        }
        return false;
    }

    /** What to make of an exchange that was never answered. */
    Finding unanswered(Building building, Exchange exchange, String cause) {
        if (building.missesFragments) {
            return Finding.failed(Causes.of("fragments-lost", evidence(building)));
        }
        if (building.quote != null) {
            Evidence quoted = building.at(building.quotedIn);
            String why = building.quote.isPortUnreachable()
                    ? "port-unreachable"
                    : building.quote.isTooBig() ? "fragments-lost" : "unreachable";
            return Finding.failed(Causes.of(why, List.of(quoted)));
        }
        return isGivenUp(exchange)
                ? Finding.failed(Causes.of(cause, last(building, exchange.asker)))
                : Finding.INCOMPLETE;
    }

    /** Whether its first side has sent again, or the capture goes on for long without it. */
    boolean isGivenUp(Exchange exchange) {
        return exchange.asked.repeats > 0 || isLongSilent(exchange);
    }

    private boolean isLongSilent(Exchange exchange) {
        Instant last = exchange.asked.last;
        return captureEnd != null
                && last != null
                && Duration.between(last, captureEnd).compareTo(PATIENCE) > 0;
    }

    /** The places of the last steps. */
    static List<Evidence> evidence(Building building) {
        List<Evidence> all = new ArrayList<>();
        building.steps().forEach(step -> all.addAll(step.evidence()));
        return all.subList(Math.max(0, all.size() - MAX_EVIDENCE), all.size());
    }

    /** The places of the last message of one side, which is what nobody answered. */
    private static List<Evidence> last(Building building, Step.Direction sender) {
        List<Evidence> places = evidence(building);
        for (Step step : building.steps()) {
            if (step.direction() == sender) {
                places = step.evidence();
            }
        }
        return places.subList(0, Math.min(places.size(), MAX_EVIDENCE));
    }
}
