package org.ipsecworkbench.lab.program;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Map;
import org.ipsecworkbench.lab.model.StoredCertificate;
import org.ipsecworkbench.lab.model.Thumbprint;
import org.ipsecworkbench.lab.model.WindowsHost;

/**
 * {@code certutil [-v] [-user|-enterprise|-service] -store [STORE [CERTIFICATE [FILE]]]}: what is in a store, and a certificate
 * of it as a file. Short listings have the form of samples; what {@code -v} prints of keys is unverified.
 */
final class CertutilStore {
    private static final Map<String, String> TITLES = Map.of(
            "my", "My \"Personal\"",
            "root", "Root \"Trusted Root Certification Authorities\"",
            "ca", "CA \"Intermediate Certification Authorities\"");

    private CertutilStore() {}

    static int run(Call call, CertutilLine line) {
        String name = line.operands().isEmpty() ? "CA" : line.operand(0);
        String title = TITLES.get(name.toLowerCase(Locale.ROOT));
        call.out().line(title == null ? name : title);
        int number = 0;
        int found = 0;
        for (StoredCertificate stored : line.certificates(call.host())) {
            if (!stored.store().equalsIgnoreCase(name)) {
                continue;
            }
            if (isMeant(stored.certificate(), number, line.operand(1))) {
                if (found++ > 0) {
                    call.out().blank();
                }
                call.out()
                        .line(Words.of(
                                call.host().language(), "================ Certificate {0} ================", number));
                print(call, line, stored);
                if (!line.operand(2).isEmpty()) {
                    CertutilFile.write(call, line.operand(2), encoded(stored.certificate()));
                }
            }
            number++;
        }
        boolean isFailed = found == 0 && (title == null || !line.operand(1).isEmpty());
        return isFailed ? Certutil.notFound(call, "-store") : Certutil.done(call, "-store");
    }

    /** Whether a certificate is named: by its number, its serial number, its hash, or a part of its subject. */
    private static boolean isMeant(X509Certificate certificate, int number, String wanted) {
        if (wanted.isEmpty()) {
            return true;
        }
        String digits = wanted.replace(" ", "").toLowerCase(Locale.ROOT);
        return wanted.equals(Integer.toString(number))
                || digits.equals(CertificateText.serial(certificate.getSerialNumber()))
                || digits.equals(Thumbprint.of(certificate))
                || wanted.length() > 2
                        && CertificateText.name(certificate.getSubjectX500Principal())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted.toLowerCase(Locale.ROOT));
    }

    private static void print(Call call, CertutilLine line, StoredCertificate stored) {
        WindowsHost host = call.host();
        Console out = call.out();
        if (line.isVerbose()) {
            new CertificateText(host, out).print(stored.certificate());
        } else {
            summary(host, out, stored);
        }
        if (!stored.hasPrivateKey()) {
            out.say("No key provider information");
            out.say("Cannot find the certificate and private key for decryption.");
            return;
        }
        String container = "le-IPSec-" + host.name();
        if (line.isVerbose()) {
            out.blank();
            out.line("  CERT_KEY_PROV_INFO_PROP_ID(2):");
            out.pair("    Key Container", 0, " = ", container);
            out.pair("    Provider", 0, " = ", "Microsoft Software Key Storage Provider");
            out.line("    ProviderType = 0");
            out.line(line.has("user") ? "    Flags = 0" : "    Flags = 20 (32)");
            if (!line.has("user")) {
                out.line("      CRYPT_MACHINE_KEYSET -- 20 (32)");
            }
            out.line("    KeySpec = 0 -- XCN_AT_NONE");
            out.blank();
            out.line("  CERT_SHA1_HASH_PROP_ID(3):");
            out.line("    " + Certutil.hash(host, Thumbprint.of(stored.certificate())));
        } else {
            out.pair("  Key Container", 0, " = ", container);
            out.pair("  Provider", 0, " = ", "Microsoft Software Key Storage Provider");
        }
        out.say("Private key is NOT exportable");
        out.say("Signature test passed");
    }

    private static void summary(WindowsHost host, Console out, StoredCertificate stored) {
        X509Certificate certificate = stored.certificate();
        out.pair("Serial Number:", 0, " ", CertificateText.serial(certificate.getSerialNumber()));
        out.pair("Issuer:", 0, " ", CertificateText.name(certificate.getIssuerX500Principal()));
        CertificateText.validity(host, out, certificate);
        out.pair("Subject:", 0, " ", CertificateText.name(certificate.getSubjectX500Principal()));
        if (!stored.template().isEmpty()) {
            out.pair("Certificate Template Name (Certificate Type):", 0, " ", stored.template());
        }
        CertificateText.kind(out, certificate);
        if (!stored.template().isEmpty()) {
            out.pair("Template:", 0, " ", stored.template());
        }
        out.pair("Cert Hash(sha1):", 0, " ", Certutil.hash(host, Thumbprint.of(certificate)));
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read has an encoding", e);
        }
    }
}
