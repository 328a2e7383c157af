package org.ipsecworkbench.lab.program;

import java.security.cert.CRLException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ipsecworkbench.lab.model.CertificateAuthority;
import org.ipsecworkbench.lab.model.DerValue;
import org.ipsecworkbench.lab.model.FileStore;
import org.ipsecworkbench.lab.model.Thumbprint;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.model.WindowsVersion;

/**
 * {@code certutil -verify [-urlfetch] FILE}: a certificate's chain on this host, what was fetched for it, and whether it was
 * revoked. In the form of samples where all is well or a revocation list cannot be fetched; what it concludes from other
 * errors is unverified.
 */
final class CertutilVerify {
    private static final String OFFLINE =
            "The revocation function was unable to check revocation because the revocation server was offline.";
    private static final String OFFLINE_CODE = " 0x80092013 (-2146885613 CRYPT_E_REVOCATION_OFFLINE)";
    private static final String NO_URL = "  No URLs \"None\" Time: 0 (null)";

    private final Call call;
    private final WindowsHost host;
    private final Console out;
    private final boolean fetches;

    private CertutilVerify(Call call, boolean fetches) {
        this.call = call;
        this.host = call.host();
        this.out = call.out();
        this.fetches = fetches;
    }

    static int run(Call call, CertutilLine line) {
        FileStore.File file = Certutil.file(call, line.operand(0));
        if (file == null) {
            return Certutil.missing(call, "-verify");
        }
        X509Certificate certificate = CertutilDump.certificate(Certutil.content(file));
        return certificate == null
                ? Certutil.invalid(call, "-verify")
                : new CertutilVerify(call, line.has("urlfetch")).verify(certificate);
    }

    private int verify(X509Certificate certificate) {
        List<TrustStatus.Link> chain = TrustStatus.chain(host, certificate);
        int errors = TrustStatus.errors(chain);
        head(certificate);
        out.line("ChainContext.dwInfoStatus = CERT_TRUST_HAS_PREFERRED_ISSUER (0x100)");
        TrustStatus.printErrors(out, "ChainContext", errors);
        if (host.version().compareTo(WindowsVersion.SERVER_2008_R2) > 0) {
            out.blank();
        }
        out.line("SimpleChain.dwInfoStatus = CERT_TRUST_HAS_PREFERRED_ISSUER (0x100)");
        TrustStatus.printErrors(out, "SimpleChain", errors);
        out.blank();
        for (int i = 0; i < chain.size(); i++) {
            link(i, chain.get(i));
        }
        hashes(chain, errors);
        conclusion(chain, errors);
        return Certutil.done(call, "-verify");
    }

    private void head(X509Certificate certificate) {
        CertificateText text = new CertificateText(host, out);
        text.names("Issuer:", certificate.getIssuerX500Principal());
        text.names("Subject:", certificate.getSubjectX500Principal());
        out.pair("Cert Serial Number:", 0, " ", CertificateText.serial(certificate.getSerialNumber()));
        out.blank();
        out.line("dwFlags = CA_VERIFY_FLAGS_CONSOLE_TRACE (0x20000000)");
        out.line("dwFlags = CA_VERIFY_FLAGS_DUMP_CHAIN (0x40000000)");
        out.line("ChainFlags = CERT_CHAIN_REVOCATION_CHECK_CHAIN_EXCLUDE_ROOT (0x40000000)");
        out.line("HCCE_LOCAL_MACHINE");
        out.line("CERT_CHAIN_POLICY_BASE");
        out.line("-------- CERT_CHAIN_CONTEXT --------");
    }

    private void link(int number, TrustStatus.Link link) {
        out.line("CertContext[0][" + number + "]: dwInfoStatus=" + Integer.toHexString(link.info()) + " dwErrorStatus="
                + Integer.toHexString(link.error()));
        certificate(link.certificate());
        TrustStatus.printInfos(out, "  Element", link.info());
        TrustStatus.printErrors(out, "  Element", link.error());
        if (fetches) {
            retrieval(link);
        }
        for (String purpose : purposes(link.certificate())) {
            out.line("  Application[0] = " + purpose);
        }
        out.blank();
    }

    /** These lines are in English in every language. */
    private void certificate(X509Certificate certificate) {
        out.line("  Issuer: " + CertificateText.name(certificate.getIssuerX500Principal()));
        out.line("  NotBefore: "
                + CertificateText.time(host, certificate.getNotBefore().toInstant()));
        out.line("  NotAfter: "
                + CertificateText.time(host, certificate.getNotAfter().toInstant()));
        out.line("  Subject: " + CertificateText.name(certificate.getSubjectX500Principal()));
        out.line("  Serial: " + CertificateText.serial(certificate.getSerialNumber()));
        String names = names(certificate);
        if (!names.isEmpty()) {
            out.line("  SubjectAltName: " + names);
        }
        out.line("  Cert: " + Thumbprint.of(certificate));
    }

    private void retrieval(TrustStatus.Link link) {
        CertificateAuthority authority = host.network().domain().authority();
        out.say("  ----------------  Certificate AIA  ----------------");
        out.say(NO_URL);
        if (!link.isRoot()) {
            out.blank();
        }
        out.say("  ----------------  Certificate CDP  ----------------");
        byte[] point = link.certificate().getExtensionValue("2.5.29.31");
        boolean isFetched = false;
        if (point == null) {
            out.say(NO_URL);
        } else {
            isFetched = CertutilUrlcache.fetch(host, authority.crl()).length > 0;
            list(authority, isFetched);
        }
        if (!link.isRoot()) {
            out.blank();
        }
        if (isFetched) {
            out.say("  ----------------  Base CRL CDP  ----------------");
            out.say(NO_URL);
        }
        out.say("  ----------------  Certificate OCSP  ----------------");
        out.say(NO_URL);
        out.line("  --------------------------------");
        if (isFetched) {
            X509CRL list = authority.list(host.network().now());
            out.line("    CRL " + RevocationListText.number(list) + ":");
            out.line("    Issuer: " + CertificateText.name(list.getIssuerX500Principal()));
            out.line("    ThisUpdate: "
                    + CertificateText.time(host, list.getThisUpdate().toInstant()));
            out.line("    NextUpdate: "
                    + CertificateText.time(host, list.getNextUpdate().toInstant()));
            out.line("    CRL: " + hash(list));
        }
    }

    private void list(CertificateAuthority authority, boolean isFetched) {
        if (isFetched) {
            X509CRL list = authority.list(host.network().now());
            out.say("  Verified \"Base CRL ({0})\" Time: 0 {1}", RevocationListText.number(list), hash(list));
            out.line("    [0.0] " + authority.crl());
        } else {
            out.say("  Failed \"CDP\" Time: 0 (null)");
            out.say("    Error retrieving URL: The operation timed out"
                    + " 0x80072ee2 (WinHttp: 12002 ERROR_WINHTTP_TIMEOUT)");
            out.line("    " + authority.crl());
        }
    }

    private void hashes(List<TrustStatus.Link> chain, int errors) {
        out.line("Exclude leaf cert:");
        out.line("  Chain: " + hash(chain.subList(1, chain.size())));
        out.line("Full chain:");
        out.line("  Chain: " + hash(chain));
        if (errors != 0) {
            certificate(chain.get(0).certificate());
            out.line(problem(errors));
        }
        out.line("------------------------------------");
    }

    private String problem(int errors) {
        if ((errors & TrustStatus.REVOKED) != 0) {
            return Words.of(host.language(), "The certificate is revoked.")
                    + " 0x80092010 (-2146885616 CRYPT_E_REVOKED)";
        }
        if ((errors & TrustStatus.PARTIAL_CHAIN) != 0) {
            return Words.of(host.language(), "A certificate chain could not be built to a trusted root authority.")
                    + " 0x800b010a (-2146762486 CERT_E_CHAINING)";
        }
        if ((errors & TrustStatus.UNTRUSTED_ROOT) != 0) {
            return Words.of(host.language(), "The chain ends in a root certificate that is not trusted.")
                    + " 0x800b0109 (-2146762487 CERT_E_UNTRUSTEDROOT)";
        }
        return (errors & TrustStatus.NOT_TIME_VALID) != 0
                ? Words.of(host.language(), "A required certificate is not within its validity period.")
                        + " 0x800b0101 (-2146762495 CERT_E_EXPIRED)"
                : Words.of(host.language(), OFFLINE) + OFFLINE_CODE;
    }

    private void conclusion(List<TrustStatus.Link> chain, int errors) {
        X509Certificate leaf = chain.get(0).certificate();
        if ((errors & TrustStatus.PARTIAL_CHAIN) != 0) {
            out.say("Incomplete certificate chain");
            out.say("Cannot find certificate:");
            X509Certificate last = chain.get(chain.size() - 1).certificate();
            out.line("    " + CertificateText.name(last.getIssuerX500Principal()));
        }
        if ((errors & TrustStatus.UNTRUSTED_ROOT) != 0) {
            out.say("Verifies against UNTRUSTED root");
        }
        if ((errors & TrustStatus.NOT_TIME_VALID) != 0) {
            out.say("Expired certificate");
        }
        if ((errors & TrustStatus.REVOKED) != 0) {
            out.say("Certificate is REVOKED");
        }
        if ((errors & TrustStatus.OFFLINE_REVOCATION) != 0) {
            out.say("Revocation check skipped -- server offline");
        }
        if (errors == 0) {
            out.say("Verified Issuance Policies: None");
            List<String> purposes = purposes(leaf);
            out.say("Verified Application Policies:{0}", purposes.isEmpty() ? " All" : "");
            purposes.forEach(purpose -> out.line("    " + purpose));
        }
        out.say(leaf.getBasicConstraints() < 0 ? "Cert is an End Entity certificate" : "Cert is a CA certificate");
        if ((errors & TrustStatus.OFFLINE_REVOCATION) != 0) {
            out.blank();
            String offline = Words.of(host.language(), OFFLINE);
            out.say("ERROR: Verifying leaf certificate revocation status returned {0}", offline + OFFLINE_CODE);
            out.line("CertUtil: " + offline);
            out.blank();
        } else if ((errors & TrustStatus.REVOKED) != 0) {
            var revocation =
                    Objects.requireNonNull(host.network().domain().authority().revocation(leaf));
            out.say("Leaf certificate is REVOKED (Reason={0})", revocation.reason());
        } else {
            out.say("Leaf certificate revocation check passed");
        }
    }

    private static String hash(X509CRL list) {
        try {
            return CertificateText.hex("SHA-1", list.getEncoded());
        } catch (CRLException e) {
            throw new IllegalStateException("a list that was made has an encoding", e);
        }
    }

    /** A hash that names a chain; Windows does not say how it makes it. */
    private static String hash(List<TrustStatus.Link> chain) {
        String all =
                chain.stream().map(link -> Thumbprint.of(link.certificate())).collect(Collectors.joining());
        return CertificateText.hex("SHA-1", java.util.HexFormat.of().parseHex(all));
    }

    private static List<String> purposes(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes == null
                    ? List.of()
                    : purposes.stream()
                            .map(oid -> (oid + " " + Algorithms.name(oid)).strip())
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    private static String names(X509Certificate certificate) {
        byte[] value = certificate.getExtensionValue("2.5.29.17");
        return value == null
                ? ""
                : String.join(
                        ", ",
                        ExtensionText.names(DerValue.read(DerValue.read(value).content())));
    }
}
