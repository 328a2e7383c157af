package org.ipsecworkbench.diagnosis.check.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsecworkbench.certificate.Circumstances;
import org.ipsecworkbench.certificate.FitnessRule;
import org.ipsecworkbench.certificate.Requirement;
import org.ipsecworkbench.certificate.Retrieval;
import org.ipsecworkbench.certificate.Selection;
import org.ipsecworkbench.certificate.StoredCertificate;
import org.ipsecworkbench.certificate.StrongCrlCheck;
import org.ipsecworkbench.certificate.TrustError;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.Verdict;

/** Whether a host that refuses certificates of which it cannot tell if they were revoked can fetch the list. */
final class UnreachableList {
    /** The first few tell the address and the error; the rest repeats them. */
    private static final int MAX_FETCHES = 3;

    private UnreachableList() {}

    static Optional<Finding> examine(HostFacts host, Requirement requirement) {
        if (host.certificates().strictness() != StrongCrlCheck.REQUIRE) {
            return Optional.empty();
        }
        Circumstances circumstances = Circumstances.of(requirement, OwnCertificate.now(host));
        return Selection.of(host.certificates(), circumstances).candidates().stream()
                .filter(one -> !one.breaks(FitnessRule.STORE) && !one.breaks(FitnessRule.AUTHORITY))
                .map(one -> one.certificate())
                .filter(one -> one.errors().stream().anyMatch(TrustError::isUndetermined))
                .findFirst()
                .map(one -> finding(host, requirement, one));
    }

    private static Finding finding(HostFacts host, Requirement requirement, StoredCertificate stored) {
        List<Remedy> remedy = Remedy.draft(
                        "crl-lenient/" + host.name(),
                        host.name(),
                        "Let " + host.name() + " accept certificates while the list is out of reach",
                        Remedy.Risk.SECURITY,
                        "A certificate that was revoked is accepted while the list cannot be fetched. Make the list"
                                + " reachable instead where you can.")
                .run("netsh", "advfirewall", "set", "global", "ipsec", "strongcrlcheck", "1")
                .undo("netsh", "advfirewall", "set", "global", "ipsec", "strongcrlcheck", "2")
                .done();
        String status = stored.orderedErrors().stream().map(TrustError::dotNet).collect(Collectors.joining(", "));
        List<Evidence> evidence = new ArrayList<>(List.of(
                Evidence.whole(host.name(), Commands.CERTIFICATES, stored.place() + ": " + status),
                Evidence.whole(
                        host.name(), Commands.RULES_IN_FORCE, "StrongCRLCheck " + StrongCrlCheck.REQUIRE.value())));
        fetches(host)
                .limit(MAX_FETCHES)
                .forEach(fetch -> evidence.add(new Evidence(
                        host.name(),
                        Commands.CHAIN_EVENTS.shown(),
                        fetch.place(),
                        "not fetched: " + fetch.url() + " (0x" + Integer.toHexString(fetch.code())
                                + (fetch.codeName().isEmpty() ? "" : " " + fetch.codeName()) + ")")));
        return Finding.of(
                        "crl-unreachable",
                        List.of(host.name()),
                        Verdict.FAILED,
                        0.9,
                        host.name() + " cannot fetch the revocation list of " + requirement.authorityLabel()
                                + ", and is told to fail then",
                        evidence,
                        "A chain whose revocation could be checked.")
                .remedied("make it reachable, outside of IPsec", remedy);
    }

    /** What the host logged that it could not fetch. */
    private static Stream<Retrieval> fetches(HostFacts host) {
        return host.certificates().chains().stream()
                .flatMap(chain -> chain.elements().stream())
                .flatMap(element -> element.retrievals().stream())
                .filter(one -> one.isForRevocation() && one.outcome() == Retrieval.Outcome.FAILED);
    }
}
