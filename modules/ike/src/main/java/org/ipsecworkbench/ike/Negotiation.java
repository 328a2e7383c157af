package org.ipsecworkbench.ike;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One IKE SA from its first message to the last one seen, with the IPsec SAs that it led to.
 *
 * @param cookies its name on the wire
 * @param initiator who began, in canonical text; who spoke first as far as it was seen
 * @param responder who was asked
 * @param module the protocol
 * @param mode the exchange that it begins with
 * @param authentication how the two prove who they are, such as {@code preshared-key}; empty where it was not seen
 * @param outcome how it ended
 * @param failure why it failed; null where it did not
 * @param softSa whether the policy let the traffic flow in clear instead, at least for a time: a soft SA stands for an
 *     agreement that was not reached (ERROR_IPSEC_IKE_LOAD_SOFT_SA, 13844)
 * @param offered what the initiator proposed for the IKE SA
 * @param chosen what the responder took of it; empty where it took nothing, or it was not seen
 * @param children SAs of ESP and AH
 * @param notes what else is worth knowing, English sentences: missing fragments, a NAT, many repetitions
 * @param steps in the order of time
 * @param droppedSteps how many further steps there were than are kept
 * @param disclosure what keys opened; {@link Disclosure#NONE} without
 * @param renewals when SAs of ESP and AH were negotiated inside it after the first ones, in the order of time: new keys most
 *     often, or SAs for other traffic, which look alike from outside
 */
public record Negotiation(
        Cookies cookies,
        String initiator,
        String responder,
        KeyModule module,
        Mode mode,
        String authentication,
        Outcome outcome,
        @Nullable Failure failure,
        boolean softSa,
        List<Proposal> offered,
        List<Proposal> chosen,
        List<ChildSa> children,
        List<String> notes,
        List<Step> steps,
        long droppedSteps,
        Disclosure disclosure,
        List<Instant> renewals) {
    /** Renewals that a sentence names. */
    private static final int MAX_TIMES = 6;

    /** The note of one with a soft SA. */
    public static final String SOFT_SA =
            "The policy let the traffic flow without IPsec all the same, for anyone on its way to"
                    + " read: Windows calls this a soft SA. Where that must not be, let the filter action forbid unsecured communication.";

    /** Keeps copies of the lists. */
    public Negotiation {
        offered = List.copyOf(offered);
        chosen = List.copyOf(chosen);
        children = List.copyOf(children);
        notes = List.copyOf(notes);
        steps = List.copyOf(steps);
        renewals = List.copyOf(renewals);
    }

    /** Without a soft SA, with nothing decrypted and nothing renewed. */
    public Negotiation(
            Cookies cookies,
            String initiator,
            String responder,
            KeyModule module,
            Mode mode,
            String authentication,
            Outcome outcome,
            @Nullable Failure failure,
            List<Proposal> offered,
            List<Proposal> chosen,
            List<ChildSa> children,
            List<String> notes,
            List<Step> steps,
            long droppedSteps) {
        this(
                cookies,
                initiator,
                responder,
                module,
                mode,
                authentication,
                outcome,
                failure,
                false,
                offered,
                chosen,
                children,
                notes,
                steps,
                droppedSteps,
                Disclosure.NONE,
                List.of());
    }

    /** Whether its traffic was last seen to flow in clear, since nothing was agreed on. */
    public boolean isInClear() {
        return softSa && outcome != Outcome.ESTABLISHED;
    }

    /** How it ended, for people: the outcome, or {@code In clear: soft SA}. */
    public String verdict() {
        return isInClear() ? "In clear: soft SA" : outcome.label();
    }

    /** When IPsec SAs were negotiated again inside it, for people: a sentence; empty where none were, or it has no time. */
    public String renewed() {
        Instant start = start();
        if (start == null || renewals.isEmpty()) {
            return "";
        }
        String when = renewals.stream()
                .limit(MAX_TIMES)
                .map(time -> String.format(
                        Locale.ROOT, "%,.1f s", Duration.between(start, time).toMillis() / 1e3))
                .collect(Collectors.joining(", "));
        int more = renewals.size() - MAX_TIMES;
        return "IPsec SAs were negotiated again inside it, for new keys or other traffic: "
                + (renewals.size() == 1 ? "once, " : renewals.size() + " times, ") + when
                + (more > 0 ? " and " + more + " more" : "") + " after its beginning.";
    }

    /** When its first step was seen; null where no step has a time. */
    public @Nullable Instant start() {
        for (Step step : steps) {
            if (step.time() != null) {
                return step.time();
            }
        }
        return null;
    }
}
