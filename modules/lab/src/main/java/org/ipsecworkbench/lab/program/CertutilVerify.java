package org.ipsecworkbench.lab.program;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ipsecworkbench.lab.model.CertificateAuthority;
import org.ipsecworkbench.lab.model.StoredCertificate;
import org.ipsecworkbench.lab.model.Thumbprint;
import org.ipsecworkbench.lab.model.WindowsHost;

/**
 * {@code certutil -verify -urlfetch -store My}: the chain of the computer's certificate and whether it was revoked, in the
 * form of samples of {@code -verify}. The lab verifies the certificate of the store in place of a file's.
 */
final class CertutilVerify {
    private static final Map<Integer, String> ERRORS = new LinkedHashMap<>();

    static {
        ERRORS.put(0x1, "CERT_TRUST_IS_NOT_TIME_VALID");
        ERRORS.put(0x4, "CERT_TRUST_IS_REVOKED");
        ERRORS.put(0x20, "CERT_TRUST_IS_UNTRUSTED_ROOT");
        ERRORS.put(0x40, "CERT_TRUST_REVOCATION_STATUS_UNKNOWN");
        ERRORS.put(0x1000000, "CERT_TRUST_IS_OFFLINE_REVOCATION");
    }

    int run(Call call) {
        WindowsHost host = call.host();
        StoredCertificate own = host.certificates().stream()
                .filter(stored -> stored.store().equals("My"))
                .findFirst()
                .orElse(null);
        if (own == null) {
            call.out().say("CertUtil: -verify command FAILED: 0x80090011 (-2146893807 NTE_NOT_FOUND)");
            return 1;
        }
        X509Certificate certificate = own.certificate();
        int status = status(host, certificate);
        Console out = call.out();
        out.say("Issuer:");
        out.line("    " + certificate.getIssuerX500Principal().getName());
        out.say("Subject:");
        out.line("    " + certificate.getSubjectX500Principal().getName());
        out.pair("Cert Serial Number:", 0, " ", certificate.getSerialNumber().toString(16));
        out.blank();
        out.line("dwFlags = CA_VERIFY_FLAGS_CONSOLE_TRACE (0x20000000)");
        out.line("dwFlags = CA_VERIFY_FLAGS_DUMP_CHAIN (0x40000000)");
        out.line("ChainFlags = CERT_CHAIN_REVOCATION_CHECK_CHAIN_EXCLUDE_ROOT (0x40000000)");
        out.line("HCCE_LOCAL_MACHINE");
        out.line("CERT_CHAIN_POLICY_BASE");
        out.line("-------- CERT_CHAIN_CONTEXT --------");
        out.line("ChainContext.dwInfoStatus = CERT_TRUST_HAS_PREFERRED_ISSUER (0x100)");
        errors(out, "ChainContext", status);
        out.blank();
        out.line("SimpleChain.dwInfoStatus = CERT_TRUST_HAS_PREFERRED_ISSUER (0x100)");
        errors(out, "SimpleChain", status);
        out.blank();
        out.line("CertContext[0][0]: dwInfoStatus=102 dwErrorStatus=" + Integer.toHexString(status));
        element(call, certificate, own.template());
        retrieval(call, host.network().domain().authority());
        out.line("  Application[0] = " + purpose(certificate));
        out.blank();
        out.line("------------------------------------");
        out.say("Verified Issuance Policies: None");
        out.pair("Verified Application Policies:", 0, "", "");
        out.line("    " + purpose(certificate));
        out.say("Cert is an End Entity certificate");
        conclusion(call, status);
        return Certutil.done(call, "-verify");
    }

    private static int status(WindowsHost host, X509Certificate certificate) {
        CertificateAuthority authority = host.network().domain().authority();
        boolean isTimely = !host.now().isBefore(certificate.getNotBefore().toInstant())
                && !host.now().isAfter(certificate.getNotAfter().toInstant());
        int status = isTimely ? 0 : 0x1;
        if (!Certutil.isTrusted(host, certificate)) {
            status |= 0x20;
        }
        if (!authority.isCrlReachable()) {
            return status | 0x1000040;
        }
        return authority.isRevoked(certificate) ? status | 0x4 : status;
    }

    private static void errors(Console out, String what, int status) {
        ERRORS.forEach((bit, name) -> {
            if ((status & bit) != 0) {
                out.line(what + ".dwErrorStatus = " + name + " (0x" + Integer.toHexString(bit) + ")");
            }
        });
    }

    private static void element(Call call, X509Certificate certificate, String template) {
        WindowsHost host = call.host();
        Console out = call.out();
        out.line("  Issuer: " + certificate.getIssuerX500Principal().getName());
        out.line(
                "  NotBefore: " + Certutil.time(host, certificate.getNotBefore().toInstant()));
        out.line("  NotAfter: " + Certutil.time(host, certificate.getNotAfter().toInstant()));
        out.line("  Subject: " + certificate.getSubjectX500Principal().getName());
        out.line("  Serial: " + certificate.getSerialNumber().toString(16));
        out.line("  Template: " + template);
        out.line("  Cert: " + Thumbprint.of(certificate));
        out.line("  Element.dwInfoStatus = CERT_TRUST_HAS_KEY_MATCH_ISSUER (0x2)");
        out.line("  Element.dwInfoStatus = CERT_TRUST_HAS_PREFERRED_ISSUER (0x100)");
        errors(out, "  Element", status(host, certificate));
    }

    private static void retrieval(Call call, CertificateAuthority authority) {
        Console out = call.out();
        out.say("  ----------------  Certificate CDP  ----------------");
        if (authority.isCrlReachable()) {
            out.say("  Verified \"Base CRL (07)\" Time: 0 {0}", Thumbprint.of(authority.root()));
            out.line("    [0.0] " + authority.crl());
        } else {
            out.say("  Failed \"CDP\" Time: 0 (null)");
            out.say(
                    "    Error retrieving URL: The operation timed out 0x80072ee2 (WinHttp: 12002 ERROR_WINHTTP_TIMEOUT)");
            out.line("    " + authority.crl());
        }
        out.blank();
        out.line("  --------------------------------");
    }

    private static void conclusion(Call call, int status) {
        if ((status & 0x4) != 0) {
            call.out().say("Leaf certificate is REVOKED (Reason=0)");
        } else if ((status & 0x40) != 0) {
            call.out().say("Revocation check skipped -- server offline");
            call.out().blank();
            call.out()
                    .say(
                            "ERROR: Verifying leaf certificate revocation status returned The revocation function was unable to check revocation because the revocation server was offline. 0x80092013 (-2146885613 CRYPT_E_REVOCATION_OFFLINE)");
        } else {
            call.out().say("Leaf certificate revocation check passed");
        }
    }

    private static String purpose(X509Certificate certificate) {
        try {
            var purposes = certificate.getExtendedKeyUsage();
            return purposes == null || purposes.isEmpty() ? "All" : purposes.get(0);
        } catch (CertificateParsingException e) {
            return "All";
        }
    }
}
