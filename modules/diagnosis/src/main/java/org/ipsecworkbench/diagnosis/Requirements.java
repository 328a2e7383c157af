package org.ipsecworkbench.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.certificate.Requirement;
import org.ipsecworkbench.policy.AddressRange;
import org.ipsecworkbench.policy.AuthMethod;
import org.ipsecworkbench.policy.CertificateCriteria;
import org.ipsecworkbench.policy.Demand;
import org.ipsecworkbench.policy.Effective;
import org.ipsecworkbench.policy.EffectiveRules;
import org.ipsecworkbench.policy.Flow;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.Role;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Side;

/** What the policy of a host asks of certificates, and what it puts in the way of checking them. */
public final class Requirements {
    private static final int TCP = 6;
    private static final int HTTP = 80;

    /** Extended key usage of certificates of health (szOID_NAP_HEALTHY in wincrypt.h). */
    private static final String SYSTEM_HEALTH = "1.3.6.1.4.1.311.47.1.1";

    private Requirements() {}

    /** What the first rule in force that authenticates by a certificate asks; empty where none does. */
    public static Optional<Requirement> of(HostFacts host) {
        HostPolicy policy = host.policy().model();
        return policy.rules().stream()
                .filter(policy::isInForce)
                .flatMap(rule -> rule.keying().firstAuth().stream())
                .filter(method -> method.kind() == AuthMethod.Kind.CERTIFICATE
                        || method.kind() == AuthMethod.Kind.HEALTH_CERTIFICATE)
                .map(Requirements::of)
                .findFirst();
    }

    /** What a method asks of the certificate of the host itself; criteria that only validate those of peers do not count. */
    static Requirement of(AuthMethod method) {
        CertificateCriteria criteria = method.criteria();
        boolean selects = criteria.use() != CertificateCriteria.Use.VALIDATION;
        List<String> purposes = new ArrayList<>(selects ? criteria.purposes() : List.of());
        if (method.kind() == AuthMethod.Kind.HEALTH_CERTIFICATE) {
            purposes.add(SYSTEM_HEALTH);
        }
        return new Requirement(
                method.detail(),
                criteria.isIntermediate(),
                purposes,
                selects ? criteria.thumbprint() : "",
                selects && criteria.followsRenewal(),
                signing(criteria.signing()),
                selects ? criteria.name() : "",
                criteria.isMapped());
    }

    private static Requirement.Signing signing(CertificateCriteria.Signing signing) {
        return switch (signing) {
            case UNSAID -> Requirement.Signing.ANY;
            case RSA -> Requirement.Signing.RSA;
            case ECDSA_P256 -> Requirement.Signing.ECDSA_P256;
            case ECDSA_P384 -> Requirement.Signing.ECDSA_P384;
        };
    }

    /**
     * Servers of revocation that a host reaches through IPsec only, so that a negotiation waits for a list that waits for the
     * negotiation.
     *
     * @param known hosts whose names lead to addresses, and that may have looked up others
     * @return names or addresses as its certificates have them, lower case
     */
    public static Set<String> protectedServers(HostFacts host, List<HostFacts> known) {
        return protectedServers(host, host.certificates(), known);
    }

    /** The same for a host that checks the certificates of another one. */
    public static Set<String> protectedServers(HostFacts checker, HostCertificates checked, List<HostFacts> known) {
        Set<String> found = new TreeSet<>();
        AddressRange from = checker.address().map(AddressRange::parse).orElse(null);
        if (from == null) {
            return found;
        }
        for (String server : RevocationServers.of(checked)) {
            AddressRange to = AddressRange.parse(RevocationServers.address(server, known));
            if (to != null
                    && to.bits() == from.bits()
                    && isProtected(checker.policy().model(), from, to)) {
                found.add(server);
            }
        }
        return found;
    }

    private static boolean isProtected(HostPolicy policy, AddressRange from, AddressRange to) {
        Effective effective = EffectiveRules.of(policy, new Flow(from, to, TCP, -1, HTTP), Side.SOURCE);
        Rule rule = effective.rule();
        return effective.role() == Role.NEGOTIATE
                && rule != null
                && rule.treatment().outbound() == Demand.REQUIRE;
    }
}
