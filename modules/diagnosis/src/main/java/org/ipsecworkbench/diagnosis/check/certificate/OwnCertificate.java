package org.ipsecworkbench.diagnosis.check.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsecworkbench.certificate.Circumstances;
import org.ipsecworkbench.certificate.Fitness;
import org.ipsecworkbench.certificate.FitnessRule;
import org.ipsecworkbench.certificate.KeyState;
import org.ipsecworkbench.certificate.Moment;
import org.ipsecworkbench.certificate.Requirement;
import org.ipsecworkbench.certificate.Selection;
import org.ipsecworkbench.certificate.StoredCertificate;
import org.ipsecworkbench.certificate.StrongCrlCheck;
import org.ipsecworkbench.certificate.TrustError;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.Scene;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.hostconnection.Transcript;

/** Whether one of a host's certificates is fit for IKE; where none is, what is wrong with the one that is nearest to it. */
final class OwnCertificate {
    private OwnCertificate() {}

    static Finding examine(Scene scene, HostFacts host, Requirement requirement) {
        Instant now = now(host);
        List<Fitness> all = Selection.of(host.certificates().with(strictest(scene)), Circumstances.of(requirement, now))
                .candidates();
        Fitness best = nearest(all).orElse(null);
        if (best == null) {
            return missing(host, requirement, all);
        }
        Flaw flaw = Flaw.of(best, now);
        if (flaw == Flaw.NONE) {
            return fits(host, best.certificate(), now);
        }
        boolean isTolerated = flaw == Flaw.REVOKED && !best.breaks(FitnessRule.REVOCATION);
        return Finding.of(
                        flaw.key(),
                        List.of(host.name()),
                        isTolerated ? Verdict.ATTENTION : Verdict.FAILED,
                        0.93,
                        flaw.statement(host.name()),
                        List.of(evidence(host, best.certificate())),
                        "A certificate of " + requirement.authorityLabel()
                                + " without this flaw in the store of the computer.")
                .remedied(flaw.remedy(), enroll(host));
    }

    /** By the clock of the host, when it told its certificates. */
    static Instant now(HostFacts host) {
        Transcript answer = host.evidence().answer(Commands.CERTIFICATES).orElseThrow();
        return answer.started().plus(answer.clockOffset().orElse(Duration.ZERO));
    }

    /** The one that is nearest to being used, of the authority and in the store that the rule asks for. */
    static Optional<Fitness> nearest(List<Fitness> candidates) {
        return candidates.stream()
                .filter(one -> !one.breaks(FitnessRule.STORE) && !one.breaks(FitnessRule.AUTHORITY))
                .findFirst();
    }

    /** Any host of the diagnosis may be the one that checks; where none was read, nothing is known to look. */
    private static StrongCrlCheck strictest(Scene scene) {
        return scene.hosts().stream()
                .map(host -> host.certificates().strictness())
                .max(Comparator.comparing(StrongCrlCheck::value))
                .filter(strictness -> strictness != StrongCrlCheck.UNKNOWN)
                .orElse(StrongCrlCheck.NONE);
    }

    private static Finding missing(HostFacts host, Requirement requirement, List<Fitness> all) {
        long inStore =
                all.stream().filter(one -> !one.breaks(FitnessRule.STORE)).count();
        String elsewhere = all.stream()
                .filter(one -> one.breaks(FitnessRule.STORE) && !one.breaks(FitnessRule.AUTHORITY))
                .findFirst()
                .map(one ->
                        "; one is in " + one.certificate().store().location().label() + ", where IKE does not look")
                .orElse("");
        return Finding.of(
                        "certificate-missing",
                        List.of(host.name()),
                        Verdict.FAILED,
                        0.93,
                        host.name() + " has no certificate of " + requirement.authorityLabel()
                                + " in the store of the computer" + elsewhere,
                        List.of(Evidence.whole(
                                host.name(), Commands.CERTIFICATES, inStore + " certificates, none of this authority")),
                        "A certificate of " + requirement.authorityLabel() + " in a later listing.")
                .remedied("enroll one", enroll(host));
    }

    private static Finding fits(HostFacts host, StoredCertificate best, Instant now) {
        Moment until = best.facts().notAfter();
        Instant end = until == null ? now : until.earliest();
        boolean isSoon = end.isBefore(now.plus(Circumstances.WINDOW));
        Finding finding = Finding.of(
                isSoon ? "certificate-expires-soon" : "certificate-fits",
                List.of(host.name()),
                isSoon ? Verdict.ATTENTION : Verdict.OK,
                0.85,
                isSoon
                        ? "The certificate of " + host.name() + " expires on " + end
                        : host.name() + " has a certificate that IKE can use, until " + end,
                List.of(evidence(host, best)),
                "A peer that does not trust its chain, or asks for more than the rule says.");
        return isSoon ? finding.remedied("renew it", enroll(host)) : finding;
    }

    static Evidence evidence(HostFacts host, StoredCertificate stored) {
        Set<TrustError> errors = stored.orderedErrors();
        Moment begin = stored.facts().notBefore();
        Moment end = stored.facts().notAfter();
        return new Evidence(
                host.name(),
                Commands.CERTIFICATES.shown(),
                stored.place(),
                stored.facts().subject()
                        + (begin == null || end == null ? "" : ", " + begin.label() + " to " + end.label())
                        + (stored.key() == KeyState.PRESENT ? "" : ", no key")
                        + (errors.isEmpty()
                                ? ""
                                : ", " + errors.stream().map(TrustError::dotNet).collect(Collectors.joining(", "))));
    }

    private static List<Remedy> enroll(HostFacts host) {
        return Remedy.draft(
                        "enroll/" + host.name(),
                        host.name(),
                        "Start autoenrollment on " + host.name(),
                        Remedy.Risk.LOW,
                        "It helps only where a template with autoenrollment is published to the computer; else request one"
                                + " by hand.")
                .run("certutil", "-pulse")
                .done();
    }
}
