package org.ipsecworkbench.certificate.judge;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsecworkbench.certificate.CertificatePath;
import org.ipsecworkbench.certificate.ChainReport;
import org.ipsecworkbench.certificate.Circumstances;
import org.ipsecworkbench.certificate.Fitness.Result;
import org.ipsecworkbench.certificate.Fitness.Standing;
import org.ipsecworkbench.certificate.FitnessRule;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.certificate.Retrieval;
import org.ipsecworkbench.certificate.StoredCertificate;
import org.ipsecworkbench.certificate.StrongCrlCheck;
import org.ipsecworkbench.certificate.TrustError;

/**
 * Whether revocation keeps a certificate from being accepted. Who checks is the peer, by its own strongcrlcheck; where nothing is
 * known of a peer, the host's own setting stands in for it.
 */
final class RevocationRule {
    private final Reports reports;
    private final Circumstances circumstances;
    private final StrongCrlCheck strictness;

    RevocationRule(HostCertificates host, Reports reports, Circumstances circumstances) {
        this.reports = reports;
        this.circumstances = circumstances;
        HostCertificates peer = circumstances.peer();
        this.strictness =
                peer != null && peer.strictness() != StrongCrlCheck.UNKNOWN ? peer.strictness() : host.strictness();
    }

    Result judge(StoredCertificate certificate, CertificatePath path) {
        Optional<ChainReport> report = reports.of(certificate.facts());
        Set<TrustError> errors = EnumSet.noneOf(TrustError.class);
        errors.addAll(certificate.errors());
        report.ifPresent(one -> errors.addAll(one.orderedErrors()));
        if (errors.contains(TrustError.REVOKED) || path.isRevoked()) {
            return revoked(path);
        }
        List<Retrieval> failed = new ArrayList<>();
        boolean isFetched = false;
        if (report.isPresent()) {
            for (ChainReport.Element element : report.get().elements()) {
                for (Retrieval retrieval : element.retrievals()) {
                    if (retrieval.isForRevocation()) {
                        isFetched |= retrieval.outcome() == Retrieval.Outcome.FETCHED;
                        if (retrieval.outcome() == Retrieval.Outcome.FAILED) {
                            failed.add(retrieval);
                        }
                    }
                }
            }
        }
        if (errors.stream().anyMatch(TrustError::isUndetermined)) {
            return undetermined(certificate, failed);
        }
        Optional<String> circular = circular(certificate);
        boolean isTold = !certificate.chain().isEmpty()
                || report.map(ChainReport::isWhole).orElse(false);
        if (isTold || path.isCleared()) {
            String how = isFetched || isTold
                    ? "The host could check that it was not revoked."
                    : "It was not revoked: " + path.links().get(0).revocationWhy();
            return circular.map(why -> new Result(FitnessRule.REVOCATION, Standing.DOUBTFUL, how + " " + why))
                    .orElseGet(() -> new Result(FitnessRule.REVOCATION, Standing.MET, how));
        }
        if (strictness == StrongCrlCheck.NONE) {
            return new Result(FitnessRule.REVOCATION, Standing.MET, "Revocation is not looked at (strongcrlcheck 0).");
        }
        return circular.map(why -> new Result(FitnessRule.REVOCATION, Standing.DOUBTFUL, why))
                .orElseGet(() -> new Result(FitnessRule.REVOCATION, Standing.UNKNOWN, open(path)));
    }

    private static String open(CertificatePath path) {
        return path.links().stream()
                .filter(link -> link.revocation() == CertificatePath.Revocation.UNKNOWN)
                .findFirst()
                .map(link -> "Whether it was revoked is open. " + link.revocationWhy())
                .orElse("Whether it was revoked was not told.");
    }

    private Result revoked(CertificatePath path) {
        String how = path.links().stream()
                .filter(link -> link.revocation() == CertificatePath.Revocation.REVOKED)
                .findFirst()
                .map(link -> " " + link.revocationWhy())
                .orElse("");
        return switch (strictness) {
            case NONE ->
                new Result(
                        FitnessRule.REVOCATION,
                        Standing.DOUBTFUL,
                        "It was revoked." + how + " That is not looked at today (strongcrlcheck 0).");
            case UNKNOWN ->
                new Result(
                        FitnessRule.REVOCATION,
                        Standing.BROKEN,
                        "It was revoked." + how + " Whether the peer looks (strongcrlcheck) was not read.");
            case ATTEMPT, REQUIRE -> new Result(FitnessRule.REVOCATION, Standing.BROKEN, "It was revoked." + how);
        };
    }

    private Result undetermined(StoredCertificate certificate, List<Retrieval> failed) {
        String where = failed.isEmpty()
                ? ""
                : " Not fetched: "
                        + failed.stream()
                                .map(one -> one.url() + (one.codeName().isEmpty() ? "" : " (" + one.codeName() + ")"))
                                .collect(Collectors.joining(", "))
                        + ".";
        String circular = circular(certificate).map(why -> " " + why).orElse("");
        String what = "The host could not tell whether it was revoked." + where + circular;
        return switch (strictness) {
            case REQUIRE ->
                new Result(
                        FitnessRule.REVOCATION,
                        Standing.BROKEN,
                        what + " What cannot be told is refused (strongcrlcheck 2).");
            case ATTEMPT ->
                new Result(
                        FitnessRule.REVOCATION,
                        Standing.DOUBTFUL,
                        what + " It is accepted all the same (strongcrlcheck 1), after a wait for the list.");
            case NONE ->
                new Result(FitnessRule.REVOCATION, Standing.MET, what + " That is not looked at (strongcrlcheck 0).");
            case UNKNOWN ->
                new Result(
                        FitnessRule.REVOCATION,
                        Standing.UNKNOWN,
                        what + " Whether that is refused (strongcrlcheck) was not read.");
        };
    }

    /** The list is behind the very path that needs it. */
    private Optional<String> circular(StoredCertificate certificate) {
        return certificate.facts().revocationAddresses().stream()
                .filter(url -> circumstances.protectedHosts().contains(hostOf(url)))
                .findFirst()
                .map(url -> "The list is at " + url
                        + ", which may be reached through IPsec only, for which the list is needed:"
                        + " exempt that host.");
    }

    private static String hostOf(String url) {
        try {
            String name = new URI(url).getHost();
            return name == null ? "" : name.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
