package org.ipsecworkbench.diagnosis.check.certificate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipsecworkbench.certificate.Circumstances;
import org.ipsecworkbench.certificate.Fitness;
import org.ipsecworkbench.certificate.Fitness.Result;
import org.ipsecworkbench.certificate.FitnessRule;
import org.ipsecworkbench.certificate.Requirement;
import org.ipsecworkbench.certificate.Selection;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.Pair;
import org.ipsecworkbench.diagnosis.Scene;
import org.ipsecworkbench.diagnosis.Verdict;

/** Whether the peers of a host trust the root of the certificate that it would send them. */
final class DistrustfulPeer {
    private static final Need ROOTS = Commands.CERTIFICATE_STORES.get(0);

    private DistrustfulPeer() {}

    static List<Finding> examine(Scene scene, HostFacts host, Requirement requirement) {
        List<Finding> findings = new ArrayList<>();
        for (Pair pair : scene.pairsOf(host)) {
            HostFacts peer = pair.one().equals(host) ? pair.other() : pair.one();
            examine(host, peer, requirement).ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> examine(HostFacts host, HostFacts peer, Requirement requirement) {
        Instant now = OwnCertificate.now(host);
        Circumstances circumstances =
                new Circumstances(requirement, now, Circumstances.WINDOW, Set.of(), peer.certificates());
        return OwnCertificate.nearest(
                        Selection.of(host.certificates(), circumstances).candidates())
                .filter(nearest -> nearest.breaks(FitnessRule.PEER_TRUST) && !nearest.breaks(FitnessRule.CHAIN))
                .map(nearest -> finding(host, peer, nearest));
    }

    private static Finding finding(HostFacts host, HostFacts peer, Fitness nearest) {
        String why = nearest.result(FitnessRule.PEER_TRUST).map(Result::why).orElseThrow();
        return Finding.of(
                        "certificate-distrusted",
                        List.of(host.name(), peer.name()),
                        Verdict.FAILED,
                        0.9,
                        peer.name() + " does not trust the root of the certificate of " + host.name(),
                        List.of(
                                OwnCertificate.evidence(host, nearest.certificate()),
                                Evidence.whole(peer.name(), ROOTS, why)),
                        "That root in a later listing of " + peer.name() + ".")
                .remedied("install that root in the store Root of the computer " + peer.name());
    }
}
