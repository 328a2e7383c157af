package org.ipsecworkbench.diagnosis.check.service;

import java.util.List;
import java.util.Optional;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.Pair;
import org.ipsecworkbench.diagnosis.ServiceState;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.diagnosis.tool.HostTools;
import org.ipsecworkbench.policy.Outcome;

/**
 * Two hosts that should have an SA and have none, although nothing is wrong: policies agree, services run, and neither
 * recorded a failure. Either nothing was sent, or the services hold on to a state that is gone, which a restart clears. A
 * restart destroys evidence, so it comes after all else.
 */
final class StaleState {
    private static final double CONFIDENCE = 0.4;

    private StaleState() {}

    static Optional<Finding> examine(Pair pair) {
        boolean isAgreed = pair.prediction().outcome() == Outcome.ENCRYPTED
                || pair.prediction().outcome() == Outcome.INTEGRITY_ONLY;
        return isAgreed && isQuiet(pair.one(), pair.other()) && isQuiet(pair.other(), pair.one())
                ? Optional.of(finding(pair))
                : Optional.empty();
    }

    /** Whether a host runs all it needs, and lists neither an SA nor a failed negotiation with the other one. */
    private static boolean isQuiet(HostFacts host, HostFacts peer) {
        boolean isRead = host.evidence().answer(Commands.QUICK_MODE_SAS).isPresent()
                && host.evidence()
                        .answer(Commands.NET_EVENTS)
                        .filter(answer -> answer.ending().exitCode().orElse(1) == 0)
                        .isPresent();
        boolean runs = host.service("IKEEXT").filter(ServiceState::isRunning).isPresent();
        return isRead
                && runs
                && host.associations().stream()
                        .noneMatch(one -> peer.addresses().contains(one.remote()))
                && host.negotiations().stream()
                        .noneMatch(one -> peer.addresses().contains(one.peer()));
    }

    private static Finding finding(Pair pair) {
        return Finding.of(
                        "keying-stale",
                        pair.names(),
                        Verdict.ATTENTION,
                        CONFIDENCE,
                        "Nothing explains why " + pair.label() + " have no SA",
                        List.of(none(pair.one()), none(pair.other())),
                        "An SA or a record of a failure, after they sent each other something.")
                .remedied(
                        "let one send the other something and diagnose again; delete what IKE holds if that changes"
                                + " nothing",
                        HostTools.anew(pair.one()));
    }

    private static Evidence none(HostFacts host) {
        Need need = Commands.NET_EVENTS;
        return Evidence.whole(host.name(), need, "no failure with the other host");
    }
}
