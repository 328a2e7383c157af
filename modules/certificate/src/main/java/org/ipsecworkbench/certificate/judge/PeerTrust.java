package org.ipsecworkbench.certificate.judge;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.certificate.CertificatePath;
import org.ipsecworkbench.certificate.CertificatePath.Outcome;
import org.ipsecworkbench.certificate.DistinguishedNames;
import org.ipsecworkbench.certificate.Fitness.Result;
import org.ipsecworkbench.certificate.Fitness.Standing;
import org.ipsecworkbench.certificate.FitnessRule;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.certificate.StoredCertificate;
import org.ipsecworkbench.certificate.path.Material;
import org.ipsecworkbench.certificate.path.PathFinder;
import org.ipsecworkbench.certificate.read.X509Facts;

/** Whether the peer trusts the root of a certificate. */
final class PeerTrust {
    private final Reports reports;
    private final String peer;
    private final Material theirs;
    private final PathFinder paths;

    PeerTrust(Reports reports, HostCertificates peer, Instant now) {
        this.reports = reports;
        this.peer = peer.name();
        this.theirs = Material.of(peer);
        this.paths = new PathFinder(theirs, now);
    }

    Result judge(StoredCertificate certificate, CertificatePath path) {
        if (theirs.trusted().isEmpty()) {
            return new Result(
                    FitnessRule.PEER_TRUST, Standing.UNKNOWN, "Which roots " + peer + " trusts was not read.");
        }
        List<X509Certificate> chain = new ArrayList<>(certificate.chain());
        path.links().forEach(link -> chain.add(link.certificate()));
        boolean isTrusted = chain.stream().anyMatch(one -> theirs.trusted().contains(X509Facts.thumbprint(one)))
                || certificate
                        .x509()
                        .map(x509 -> paths.find(x509).outcome() == Outcome.TRUSTED)
                        .orElse(false)
                || reports.of(certificate.facts())
                        .map(report -> report.elements().stream()
                                .anyMatch(element -> theirs.trusted()
                                        .contains(element.facts().thumbprint())))
                        .orElse(false);
        if (isTrusted) {
            return new Result(FitnessRule.PEER_TRUST, Standing.MET, peer + " trusts its root.");
        }
        boolean isWhole = !chain.isEmpty()
                && chain.get(chain.size() - 1)
                        .getSubjectX500Principal()
                        .equals(chain.get(chain.size() - 1).getIssuerX500Principal());
        return isWhole
                ? new Result(
                        FitnessRule.PEER_TRUST,
                        Standing.BROKEN,
                        "Its root "
                                + DistinguishedNames.label(chain.get(chain.size() - 1)
                                        .getSubjectX500Principal()
                                        .getName())
                                + " is not among those that " + peer + " trusts.")
                : new Result(
                        FitnessRule.PEER_TRUST,
                        Standing.UNKNOWN,
                        "Its chain is not there as far as the root, so whether " + peer + " trusts it is open.");
    }
}
