package org.ipsecworkbench.diagnosis.check.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.Scene;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.hostconnection.Transcript;

/** Whether one of a host's certificates is fit for IKE; where none is, the best of what is wrong with them. */
final class Fitness {
    private static final Duration SOON = Duration.ofDays(30);

    /** What may be wrong with a certificate, from what is nearest to being right. */
    private enum Flaw {
        NONE("certificate-fits", "", ""),
        REVOKED("certificate-revoked", "The certificate of %s was revoked", "enroll a new one"),
        NO_KEY("certificate-keyless", "The certificate of %s has no private key", "enroll it again"),
        NOT_YET(
                "certificate-not-yet-valid",
                "The certificate of %s is not valid yet",
                "check the clock, or enroll a new one"),
        EXPIRED("certificate-expired", "The certificate of %s has expired", "renew it"),
        PURPOSE(
                "certificate-wrong-purpose",
                "No certificate of %s may be used for IPsec",
                "enroll one with the purpose IP security IKE intermediate");

        private final String key;
        private final String statement;
        private final String remedy;

        Flaw(String key, String statement, String remedy) {
            this.key = key;
            this.statement = statement;
            this.remedy = remedy;
        }
    }

    private Fitness() {}

    static Finding examine(Scene scene, HostFacts host, Authority authority) {
        Transcript answer = host.evidence().answer(Commands.CERTIFICATES).orElseThrow();
        Instant now = answer.started().plus(answer.clockOffset().orElse(Duration.ZERO));
        List<StoredCertificate> all = StoredCertificate.read(host.evidence());
        StoredCertificate best = all.stream()
                .filter(authority::issued)
                .min(Comparator.comparing((StoredCertificate stored) -> flaw(stored, now)))
                .orElse(null);
        if (best == null) {
            return missing(host, authority, all.size());
        }
        Flaw flaw = flaw(best, now);
        if (flaw == Flaw.NONE) {
            return fits(host, best, now);
        }
        boolean isTolerated =
                flaw == Flaw.REVOKED && scene.hosts().stream().allMatch(one -> RevocationList.strictness(one) == 0);
        return Finding.of(
                        flaw.key,
                        List.of(host.name()),
                        isTolerated ? Verdict.ATTENTION : Verdict.FAILED,
                        0.93,
                        flaw.statement.formatted(host.name()),
                        List.of(evidence(host, best)),
                        "A certificate of " + authority.label() + " without this flaw in the store of the computer.")
                .remedied(flaw.remedy, enroll(host));
    }

    private static Flaw flaw(StoredCertificate stored, Instant now) {
        if (!stored.isForIke()) {
            return Flaw.PURPOSE;
        }
        if (now.isAfter(stored.certificate().getNotAfter().toInstant())) {
            return Flaw.EXPIRED;
        }
        if (now.isBefore(stored.certificate().getNotBefore().toInstant())) {
            return Flaw.NOT_YET;
        }
        return !stored.hasKey() ? Flaw.NO_KEY : stored.isRevoked() ? Flaw.REVOKED : Flaw.NONE;
    }

    private static Finding missing(HostFacts host, Authority authority, int others) {
        return Finding.of(
                        "certificate-missing",
                        List.of(host.name()),
                        Verdict.FAILED,
                        0.93,
                        host.name() + " has no certificate of " + authority.label() + " in the store of the computer",
                        List.of(Evidence.whole(
                                host.name(), Commands.CERTIFICATES, others + " certificates, none of this authority")),
                        "A certificate of " + authority.label() + " in a later listing.")
                .remedied("enroll one", enroll(host));
    }

    private static Finding fits(HostFacts host, StoredCertificate best, Instant now) {
        Instant end = best.certificate().getNotAfter().toInstant();
        boolean isSoon = end.isBefore(now.plus(SOON));
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

    private static Evidence evidence(HostFacts host, StoredCertificate stored) {
        return new Evidence(
                host.name(),
                Commands.CERTIFICATES.shown(),
                "certificate " + stored.number(),
                stored.certificate().getSubjectX500Principal().getName() + ", "
                        + stored.certificate().getNotBefore().toInstant() + " to "
                        + stored.certificate().getNotAfter().toInstant()
                        + (stored.hasKey() ? "" : ", no key")
                        + (stored.status().isEmpty() ? "" : ", " + String.join(", ", stored.status())));
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
