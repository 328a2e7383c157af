package org.ipsecworkbench.certificateinspector;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.certificate.CertificatePath.Link;
import org.ipsecworkbench.certificate.CertificatePath.Revocation;
import org.ipsecworkbench.certificate.ChainReport;
import org.ipsecworkbench.certificate.Fitness;
import org.ipsecworkbench.certificate.Fitness.Result;
import org.ipsecworkbench.certificate.Fitness.Standing;
import org.ipsecworkbench.certificate.FitnessRule;
import org.ipsecworkbench.certificate.HostCertificates;

/**
 * How a certificate stands to one rule.
 *
 * @param why as a sentence
 * @param evidence where what it rests on was read
 */
record RuleRow(FitnessRule rule, Standing standing, String why, String evidence) {
    /** All rules that apply to a certificate. */
    static List<RuleRow> of(HostCertificates host, Fitness fitness) {
        return fitness.results().stream()
                .map(result -> of(host, fitness, result))
                .toList();
    }

    private static RuleRow of(HostCertificates host, Fitness fitness, Result result) {
        return new RuleRow(
                result.rule(),
                result.standing(),
                result.why(),
                String.join("; ", places(host, fitness, result.rule())));
    }

    /** What only the chain tells rests on more than the certificate. */
    private static List<String> places(HostCertificates host, Fitness fitness, FitnessRule rule) {
        List<String> places = new ArrayList<>();
        places.add(fitness.certificate().place());
        switch (rule) {
            case CHAIN, AUTHORITY, PEER_TRUST -> {
                host.report(fitness.certificate().facts())
                        .map(ChainReport::place)
                        .ifPresent(places::add);
                int links = fitness.path().links().size();
                if (links > 1) {
                    places.add("chain of " + links + " certificates as built from what was read");
                }
            }
            case REVOCATION -> {
                host.report(fitness.certificate().facts())
                        .map(ChainReport::place)
                        .ifPresent(places::add);
                fitness.path().links().stream()
                        .filter(link -> link.revocation() != Revocation.NOT_APPLICABLE)
                        .map(Link::revocationWhy)
                        .filter(why -> !why.isEmpty())
                        .distinct()
                        .forEach(places::add);
                if (host.strictness().value() >= 0) {
                    places.add("strongcrlcheck " + host.strictness().value());
                }
            }
            default -> {}
        }
        return places;
    }
}
