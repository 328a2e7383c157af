package org.ipsecworkbench.diagnosis.check.audit;

import java.util.List;
import java.util.Optional;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Pair;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.SeenNegotiation;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.FailureClass;
import org.jspecify.annotations.Nullable;

/**
 * Whether the first message of IKE gets through. It does not where one host was never answered and the other one, whose policy
 * and services would answer, has no record of being asked.
 */
final class Path {
    private static final double CONFIDENCE = 0.75;

    private Path() {}

    static Optional<Finding> examine(Pair pair) {
        Optional<Finding> there = examine(pair, pair.one(), pair.other());
        return there.isPresent() ? there : examine(pair, pair.other(), pair.one());
    }

    private static Optional<Finding> examine(Pair pair, HostFacts host, HostFacts peer) {
        boolean wasAsked = peer.negotiations().stream().anyMatch(one -> !one.isInitiator() && isOf(one, host));
        boolean isDown = peer.service(peer.platform().isLegacy() ? "PolicyAgent" : "IKEEXT")
                .filter(service -> !service.isRunning())
                .isPresent();
        boolean isThrough =
                host.associations().stream().anyMatch(one -> peer.addresses().contains(one.remote()));
        if (wasAsked || isDown || isThrough || !peer.needsIke()) {
            return Optional.empty();
        }
        return host.negotiations().stream()
                .filter(one -> one.isInitiator() && isOf(one, peer) && isUnanswered(one.failure()))
                .findFirst()
                .map(one -> finding(pair, peer, one));
    }

    private static boolean isOf(SeenNegotiation negotiation, HostFacts peer) {
        return peer.addresses().contains(negotiation.peer());
    }

    private static boolean isUnanswered(@Nullable Failure failure) {
        return failure != null && failure.failureClass() == FailureClass.NO_RESPONSE;
    }

    private static Finding finding(Pair pair, HostFacts peer, SeenNegotiation seen) {
        String name = "name=IKE (IPsec Workbench)";
        List<Remedy> remedy = Remedy.draft(
                        "open-ike/" + peer.name(),
                        peer.name(),
                        "Let UDP 500 and 4500 in on " + peer.name()
                                + "; a firewall between the hosts is beyond what can be seen here",
                        Remedy.Risk.LOW,
                        "IKE can then be reached from every address that the rule does not exclude.")
                .run(
                        "netsh",
                        "advfirewall",
                        "firewall",
                        "add",
                        "rule",
                        name,
                        "dir=in",
                        "action=allow",
                        "protocol=udp",
                        "localport=500,4500")
                .undo("netsh", "advfirewall", "firewall", "delete", "rule", name)
                .mayCutOff()
                .done();
        return Finding.of(
                        "udp-blocked",
                        pair.names(),
                        Verdict.FAILED,
                        CONFIDENCE,
                        "UDP 500 does not reach " + peer.name(),
                        List.of(seen.evidence()),
                        "A record on " + peer.name()
                                + " of having been asked, or a capture there that shows the request.")
                .remedied("open UDP 500 and 4500 in its firewall", remedy);
    }
}
