package org.ipsecworkbench.certificate.judge;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsecworkbench.certificate.CertificatePath;
import org.ipsecworkbench.certificate.CertificatePath.Outcome;
import org.ipsecworkbench.certificate.Circumstances;
import org.ipsecworkbench.certificate.DistinguishedNames;
import org.ipsecworkbench.certificate.Fitness.Result;
import org.ipsecworkbench.certificate.Fitness.Standing;
import org.ipsecworkbench.certificate.FitnessRule;
import org.ipsecworkbench.certificate.StoredCertificate;
import org.ipsecworkbench.certificate.TrustError;

/** Rules about who issued a certificate and whether its host trusts that. */
final class ChainRules {
    /** What other rules tell, better. */
    private static final Set<TrustError> OTHERS = EnumSet.of(
            TrustError.REVOKED,
            TrustError.REVOCATION_STATUS_UNKNOWN,
            TrustError.OFFLINE_REVOCATION,
            TrustError.NOT_TIME_VALID,
            TrustError.NOT_VALID_FOR_USAGE);

    private final Reports reports;
    private final Circumstances circumstances;

    ChainRules(Reports reports, Circumstances circumstances) {
        this.reports = reports;
        this.circumstances = circumstances;
    }

    Result authority(StoredCertificate certificate, CertificatePath path) {
        String authority = circumstances.requirement().authority();
        List<String> issuers = new ArrayList<>(List.of(certificate.facts().issuer()));
        certificate
                .chain()
                .forEach(one -> issuers.add(one.getIssuerX500Principal().getName()));
        path.links()
                .forEach(link ->
                        issuers.add(link.certificate().getIssuerX500Principal().getName()));
        reports.of(certificate.facts())
                .ifPresent(report -> report.elements()
                        .forEach(element -> issuers.add(element.facts().issuer())));
        if (issuers.stream().anyMatch(issuer -> DistinguishedNames.same(issuer, authority))) {
            return new Result(
                    FitnessRule.AUTHORITY, Standing.MET, "It leads to " + DistinguishedNames.label(authority) + ".");
        }
        String why = "It was issued by "
                + DistinguishedNames.label(certificate.facts().issuer()) + ", not by "
                + DistinguishedNames.label(authority) + ".";
        boolean isOpen =
                path.outcome() == Outcome.PARTIAL && certificate.chain().isEmpty();
        return isOpen
                ? new Result(
                        FitnessRule.AUTHORITY, Standing.UNKNOWN, "Its chain is not there as far as the root. " + why)
                : new Result(FitnessRule.AUTHORITY, Standing.BROKEN, why);
    }

    /** What the host itself found counts before what was built here. */
    Result chain(StoredCertificate certificate, CertificatePath path) {
        Set<TrustError> errors = EnumSet.noneOf(TrustError.class);
        errors.addAll(certificate.errors());
        boolean isTold = !certificate.chain().isEmpty();
        var report = reports.of(certificate.facts());
        if (report.isPresent()) {
            errors.addAll(report.get().orderedErrors());
            isTold |= report.get().isWhole();
        }
        errors.removeAll(OTHERS);
        if (!errors.isEmpty()) {
            return new Result(
                    FitnessRule.CHAIN,
                    Standing.BROKEN,
                    "The host says that "
                            + errors.stream().map(TrustError::label).collect(Collectors.joining("; ")) + ".");
        }
        if (isTold) {
            return new Result(FitnessRule.CHAIN, Standing.MET, "The host builds its chain to a root that it trusts.");
        }
        return switch (path.outcome()) {
            case TRUSTED -> new Result(FitnessRule.CHAIN, Standing.MET, "It leads to a root that the host trusts.");
            case UNTRUSTED_ROOT, INVALID -> new Result(FitnessRule.CHAIN, Standing.BROKEN, path.why());
            // A listing does not hold what the host may have or fetch.
            case PARTIAL, UNKNOWN -> new Result(FitnessRule.CHAIN, Standing.UNKNOWN, path.why());
        };
    }
}
