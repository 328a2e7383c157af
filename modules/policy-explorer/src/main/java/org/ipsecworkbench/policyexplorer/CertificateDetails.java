package org.ipsecworkbench.policyexplorer;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.policy.AuthMethod;
import org.ipsecworkbench.policy.CertificateCriteria;

/** The values of a way to authenticate; of a certificate also all that is asked of it. */
final class CertificateDetails {
    private CertificateDetails() {}

    static List<Detail> of(AuthMethod method) {
        List<Detail> details = new ArrayList<>();
        details.add(Detail.of("Method", method.kind().label(), method.place()));
        if (method.kind().isCertificate()) {
            CertificateCriteria criteria = method.criteria();
            add(details, method, "Authority", or(method.detail(), "not read"));
            add(details, method, "Authority may be intermediate", yes(criteria.isIntermediate()));
            add(details, method, "Signature", or(criteria.signing().label(), "any"));
            add(details, method, "Mapped to an account", yes(criteria.isMapped()));
            add(details, method, "Authority named to the peer", yes(!criteria.isAuthorityHidden()));
            add(details, method, "Extended key usages", or(String.join(", ", criteria.purposes()), "any"));
            add(details, method, "Thumbprint", or(criteria.thumbprint(), "any"));
            add(details, method, "Renewals followed", yes(criteria.followsRenewal()));
            String name = criteria.name().isEmpty() ? "" : criteria.nameType().label() + " " + criteria.name();
            add(details, method, "Name", or(name, "any"));
            add(details, method, "Criteria count", or(criteria.use().label(), "when selecting and when validating"));
        }
        return details;
    }

    private static void add(List<Detail> details, AuthMethod method, String name, String value) {
        details.add(Detail.of(name, value, method.place()));
    }

    private static String yes(boolean is) {
        return is ? "yes" : "no";
    }

    private static String or(String value, String otherwise) {
        return value.isEmpty() ? otherwise : value;
    }
}
