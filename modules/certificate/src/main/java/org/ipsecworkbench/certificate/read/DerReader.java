package org.ipsecworkbench.certificate.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CRLException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.ipsecworkbench.certificate.KeyState;
import org.ipsecworkbench.certificate.Moment;
import org.ipsecworkbench.certificate.RevocationList;
import org.ipsecworkbench.certificate.Store;
import org.ipsecworkbench.certificate.StoreLocation;
import org.ipsecworkbench.certificate.StoredCertificate;
import org.ipsecworkbench.certificate.read.Formats.PasswordFor;
import org.jspecify.annotations.Nullable;

/** Binary files: a certificate, PKCS #7 and PKCS #12, a revocation list, an answer of OCSP; told by what they hold. */
final class DerReader {
    private static final int PKCS12_VERSION = 3;

    private DerReader() {}

    static void read(byte[] content, int length, PasswordFor passwords, Reading reading) {
        byte[] bytes = length == content.length ? content : Arrays.copyOf(content, length);
        ASN1Primitive whole = parse(bytes);
        if (!(whole instanceof ASN1Sequence sequence) || sequence.size() == 0) {
            reading.problem(reading.file(), "It begins like a certificate but is damaged or cut.");
            return;
        }
        ASN1Encodable first = sequence.getObjectAt(0);
        if (first instanceof ASN1Enumerated) {
            OcspReader.read(bytes, reading);
        } else if (first instanceof ASN1Integer version
                && version.hasValue(PKCS12_VERSION)
                && sequence.size() > 1
                && sequence.getObjectAt(1) instanceof ASN1Sequence) {
            pkcs12(bytes, passwords, reading);
        } else if (first instanceof ASN1ObjectIdentifier type) {
            if (type.equals(PKCSObjectIdentifiers.signedData)) {
                bundle(bytes, reading);
            } else {
                reading.problem(
                        reading.file(), "It is a message of type " + type.getId() + ", which holds no certificates.");
            }
        } else {
            object(bytes, reading);
        }
    }

    /** The first value in the bytes; null where they are not well formed. What follows it is not looked at. */
    static @Nullable ASN1Primitive parse(byte[] bytes) {
        try (ASN1InputStream in = new ASN1InputStream(bytes)) {
            return in.readObject();
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            return null;
        }
    }

    private static CertificateFactory factory() {
        try {
            return CertificateFactory.getInstance("X.509");
        } catch (CertificateException e) {
            throw new IllegalStateException("every JDK reads X.509", e);
        }
    }

    /** One certificate; null where it is none. */
    static @Nullable X509Certificate certificate(byte[] bytes) {
        try {
            return (X509Certificate) factory().generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException e) {
            return null;
        }
    }

    private static void object(byte[] bytes, Reading reading) {
        X509Certificate certificate = certificate(bytes);
        if (certificate != null) {
            add(certificate, KeyState.UNKNOWN, reading);
            return;
        }
        try {
            list((X509CRL) factory().generateCRL(new ByteArrayInputStream(bytes)), reading);
        } catch (CRLException e) {
            reading.problem(reading.file(), "It begins like a certificate or a revocation list but is damaged.");
        }
    }

    private static void bundle(byte[] bytes, Reading reading) {
        int before = reading.size();
        try {
            Collection<? extends Certificate> all = factory().generateCertificates(new ByteArrayInputStream(bytes));
            for (Certificate one : all) {
                if (one instanceof X509Certificate certificate) {
                    add(certificate, KeyState.UNKNOWN, reading);
                }
            }
            factory().generateCRLs(new ByteArrayInputStream(bytes)).stream()
                    .filter(X509CRL.class::isInstance)
                    .forEach(one -> list((X509CRL) one, reading));
        } catch (CertificateException | CRLException e) {
            reading.problem(reading.file(), "It is a PKCS #7 message that is damaged.");
            return;
        }
        if (reading.size() == before) {
            reading.problem(reading.file(), "It is a PKCS #7 message without certificates.");
        }
    }

    private static void pkcs12(byte[] bytes, PasswordFor passwords, Reading reading) {
        char[] password = passwords.password();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), password);
            for (String alias : Collections.list(store.aliases())) {
                Certificate[] chain = store.getCertificateChain(alias);
                Certificate[] all = chain == null ? new Certificate[] {store.getCertificate(alias)} : chain;
                for (int i = 0; i < all.length; i++) {
                    if (all[i] instanceof X509Certificate certificate) {
                        boolean isOwn = i == 0 && store.isKeyEntry(alias);
                        add(certificate, isOwn ? KeyState.PRESENT : KeyState.UNKNOWN, reading);
                    }
                }
            }
        } catch (IOException e) {
            boolean isPassword = e.getCause() instanceof GeneralSecurityException;
            reading.problem(
                    reading.file(),
                    isPassword || password.length == 0
                            ? "It is protected by a password, and the one that was given does not open it."
                            : "It is a PKCS #12 file that is damaged.");
        } catch (GeneralSecurityException e) {
            reading.problem(reading.file(), "It is a PKCS #12 file that the JDK cannot read.");
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    static void add(X509Certificate certificate, KeyState key, Reading reading) {
        reading.add(new StoredCertificate(
                reading.certificates() + 1,
                new Store(StoreLocation.FILE, reading.file()),
                X509Facts.of(certificate, reading.limits()),
                certificate,
                key,
                "",
                reading.file()));
    }

    private static void list(X509CRL crl, Reading reading) {
        Map<String, Integer> revoked = new HashMap<>();
        Collection<? extends X509CRLEntry> entries = crl.getRevokedCertificates();
        for (X509CRLEntry entry : entries == null ? List.<X509CRLEntry>of() : entries) {
            if (revoked.size() >= reading.limits().maxRevoked()) {
                reading.problem(
                        reading.file(),
                        "The revocation list has " + entries.size() + " entries, of which only "
                                + reading.limits().maxRevoked() + " were kept.");
                break;
            }
            revoked.put(
                    ExtensionText.serial(entry.getSerialNumber().toString(16)),
                    entry.getRevocationReason() == null
                            ? -1
                            : entry.getRevocationReason().ordinal());
        }
        reading.add(new RevocationList(
                crl.getIssuerX500Principal().getName(),
                number(crl),
                Moment.exact(crl.getThisUpdate().toInstant()),
                crl.getNextUpdate() == null
                        ? null
                        : Moment.exact(crl.getNextUpdate().toInstant()),
                revoked,
                crl,
                reading.file()));
    }

    /** The CRL number (RFC 5280 section 5.2.3). */
    private static String number(X509CRL crl) {
        byte[] value = crl.getExtensionValue("2.5.29.20");
        ASN1Primitive outer = value == null ? null : parse(value);
        return outer instanceof ASN1OctetString octets && parse(octets.getOctets()) instanceof ASN1Integer number
                ? ExtensionText.serial(number.getValue().toString(16))
                : "";
    }
}
