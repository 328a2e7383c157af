package org.ipsecworkbench.lab.program;

import java.math.BigInteger;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ipsecworkbench.lab.model.DerValue;
import org.ipsecworkbench.lab.model.WindowsHost;

/**
 * A list of revoked certificates as {@code certutil -dump} tells it: as far as its entries in the form of a sample, behind
 * them unverified.
 */
final class RevocationListText {
    private static final int CRL_NUMBER = 0x02;
    private static final int EXTENSIONS = 0xa0;

    private final WindowsHost host;
    private final Console out;

    RevocationListText(WindowsHost host, Console out) {
        this.host = host;
        this.out = out;
    }

    void print(X509CRL list) throws CRLException {
        DerValue whole = DerValue.read(list.getEncoded());
        out.say("X509 Certificate Revocation List:");
        out.pair("Version:", 0, " ", list.getVersion());
        Algorithms.signature(out, whole);
        new CertificateText(host, out).names("Issuer:", list.getIssuerX500Principal());
        out.blank();
        out.line(" ThisUpdate: "
                + CertificateText.time(host, list.getThisUpdate().toInstant()));
        out.line(" NextUpdate: "
                + (list.getNextUpdate() == null
                        ? Words.of(host.language(), "EMPTY")
                        : CertificateText.time(host, list.getNextUpdate().toInstant())));
        Set<X509CRLEntry> entries = new TreeSet<>(Comparator.comparing(X509CRLEntry::getRevocationDate)
                .reversed()
                .thenComparing(X509CRLEntry::getSerialNumber));
        if (list.getRevokedCertificates() != null) {
            entries.addAll(list.getRevokedCertificates());
        }
        out.pair("CRL Entries:", 0, " ", entries.size());
        for (X509CRLEntry entry : entries) {
            entry(entry);
        }
        List<DerValue> extensions = DerValue.read(list.getTBSCertList()).children().stream()
                .filter(part -> part.tag() == EXTENSIONS)
                .flatMap(part -> DerValue.read(part.content()).children().stream())
                .toList();
        out.say("CRL Extensions: {0}", extensions.size());
        ExtensionText.print(out, extensions);
        Algorithms.signature(out, whole);
        CertificateText.signature(host, out, list.getSignature());
        out.pair("CRL Hash(sha1):", 0, " ", Certutil.hash(host, CertificateText.hex("SHA-1", list.getEncoded())));
    }

    private void entry(X509CRLEntry entry) throws CRLException {
        out.print("  ");
        out.pair("Serial Number:", 0, " ", CertificateText.serial(entry.getSerialNumber()));
        out.print("   ");
        out.pair(
                "Revocation Date:",
                0,
                " ",
                CertificateText.time(host, entry.getRevocationDate().toInstant()));
        List<DerValue> parts = DerValue.read(entry.getEncoded()).children();
        List<DerValue> extensions = parts.size() > 2 ? parts.get(2).children() : List.of();
        if (!extensions.isEmpty()) {
            out.print("  ");
            out.pair("Extensions:", 0, " ", extensions.size());
            ExtensionText.print(out, extensions);
        }
    }

    /** The number of a list in hexadecimal digits (RFC 5280, 5.2.3), or 00. */
    static String number(X509CRL list) {
        byte[] value = list.getExtensionValue("2.5.29.20");
        DerValue number = value == null
                ? DerValue.read(new byte[0])
                : DerValue.read(DerValue.read(value).content());
        return number.tag() == CRL_NUMBER ? CertificateText.serial(new BigInteger(number.content())) : "00";
    }
}
