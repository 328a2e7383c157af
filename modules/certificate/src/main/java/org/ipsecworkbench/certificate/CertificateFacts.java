package org.ipsecworkbench.certificate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate says, from itself or from a listing, which says less. Empty text is what is not known.
 *
 * @param subject distinguished name as its source writes it
 * @param issuer likewise
 * @param serial lower-case hex, without leading zero bytes
 * @param notBefore null where it is not known
 * @param notAfter null where it is not known
 * @param thumbprint SHA-1 of the certificate in lower-case hex, by which Windows names it
 * @param template name, or object identifier where Windows could not resolve it
 * @param purposes extended key usage; empty list: none is named, so all are allowed; empty: not known
 * @param keyUsage bits of RFC 5280 section 4.2.1.3, bit 0 is digitalSignature; -1 where the extension is not there
 * @param key public key
 * @param signature name of the signature algorithm
 * @param names subject alternative names, such as {@code DNS:srv1.example}
 * @param crls addresses of revocation lists
 * @param responders addresses of OCSP responders
 * @param issuers addresses where the issuer's certificate can be had
 */
public record CertificateFacts(
        String subject,
        String issuer,
        String serial,
        @Nullable Moment notBefore,
        @Nullable Moment notAfter,
        String thumbprint,
        String template,
        Optional<List<String>> purposes,
        Optional<Integer> keyUsage,
        PublicKeyFacts key,
        String signature,
        List<String> names,
        List<String> crls,
        List<String> responders,
        List<String> issuers) {
    /** The bit of digitalSignature. */
    private static final int DIGITAL_SIGNATURE = 1;

    /** Copies the lists. */
    public CertificateFacts {
        purposes = purposes.map(List::copyOf);
        names = List.copyOf(names);
        crls = List.copyOf(crls);
        responders = List.copyOf(responders);
        issuers = List.copyOf(issuers);
    }

    /**
     * A public key.
     *
     * @param algorithm {@code RSA}, {@code EC} or another name of the JDK; empty where it is not known
     * @param bits 0 where it is not known
     */
    public record PublicKeyFacts(String algorithm, int bits) {
        /** Not known. */
        public static final PublicKeyFacts UNKNOWN = new PublicKeyFacts("", 0);

        /** For people: {@code RSA 2048}. */
        public String label() {
            return bits == 0 ? algorithm : algorithm + " " + bits;
        }
    }

    /** The same with another template. */
    CertificateFacts withTemplate(String name) {
        return new CertificateFacts(
                subject,
                issuer,
                serial,
                notBefore,
                notAfter,
                thumbprint,
                name,
                purposes,
                keyUsage,
                key,
                signature,
                names,
                crls,
                responders,
                issuers);
    }

    /** Whether subject and issuer are the same, as those of a root are. */
    public boolean isSelfIssued() {
        return DistinguishedNames.same(subject, issuer);
    }

    /** Whether its key usage allows signatures; empty where it is not known. */
    public Optional<Boolean> allowsSignature() {
        return keyUsage.map(bits -> bits < 0 || (bits & DIGITAL_SIGNATURE) != 0);
    }

    /** The addresses where its revocation can be asked for. */
    public List<String> revocationAddresses() {
        return Stream.concat(crls.stream(), responders.stream()).toList();
    }

    /** What to call it: the common name of its subject, all of it, or its serial number. */
    public String label() {
        String name = DistinguishedNames.label(subject);
        return !name.isEmpty() ? name : !names.isEmpty() ? names.get(0) : serial.isEmpty() ? "certificate" : serial;
    }
}
