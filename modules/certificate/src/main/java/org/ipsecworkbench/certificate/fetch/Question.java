package org.ipsecworkbench.certificate.fetch;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.ipsecworkbench.certificate.CertificateFacts;
import org.ipsecworkbench.certificate.CertificateLimits;
import org.ipsecworkbench.certificate.CertificatePath;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.certificate.Retrieval.Kind;
import org.ipsecworkbench.certificate.read.X509Facts;
import org.jspecify.annotations.Nullable;

/**
 * What is to be fetched from one address.
 *
 * @param content what to ask a responder; null for a list
 */
public record Question(Kind kind, String url, byte @Nullable [] content) {
    /** For a certificate and each authority above it whose issuer is there. */
    public static List<Question> of(CertificatePath path) {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i + 1 < path.links().size(); i++) {
            X509Certificate certificate = path.links().get(i).certificate();
            X509Certificate issuer = path.links().get(i + 1).certificate();
            CertificateFacts facts = X509Facts.of(certificate, CertificateLimits.DEFAULT);
            for (String url : facts.crls()) {
                questions.add(new Question(Kind.REVOCATION_LIST, url, null));
            }
            for (String url : facts.responders()) {
                questions.add(new Question(Kind.OCSP, url, OcspQuestion.of(certificate, issuer)));
            }
        }
        return questions;
    }

    /** Lists are the same for all certificates of an authority, answers are not. */
    public String key() {
        return url + (content == null ? "" : HexFormat.of().formatHex(content));
    }

    /** Why what was fetched is not what was asked for; empty where it is. */
    public String unreadable(HostCertificates found) {
        boolean isThere =
                kind == Kind.OCSP ? !found.answers().isEmpty() : !found.lists().isEmpty();
        if (isThere) {
            return "";
        }
        String what =
                found.problems().isEmpty() ? "" : ": " + found.problems().get(0).what();
        return "what is there is no " + kind.label() + what;
    }
}
