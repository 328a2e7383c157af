package org.ipsecworkbench.certificate;

import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A certificate where it was found.
 *
 * @param number in its source, as that counts, for people
 * @param store where it is
 * @param facts what it says
 * @param encoded itself; null where only a listing is there
 * @param key whether its owner has the private key
 * @param keyProvider the provider of the private key; empty where it is not known
 * @param chain from itself to the root as far as its host could build it; empty where that was not told
 * @param errors what its host found wrong with that chain; empty with an empty chain tells nothing
 * @param place where it stands, for people
 */
public record StoredCertificate(
        int number,
        Store store,
        CertificateFacts facts,
        @Nullable X509Certificate encoded,
        KeyState key,
        String keyProvider,
        List<X509Certificate> chain,
        Set<TrustError> errors,
        String place) {
    /** Copies the collections. */
    public StoredCertificate {
        chain = List.copyOf(chain);
        errors = Set.copyOf(errors);
    }

    /** Without a chain. */
    public StoredCertificate(
            int number,
            Store store,
            CertificateFacts facts,
            @Nullable X509Certificate encoded,
            KeyState key,
            String keyProvider,
            String place) {
        this(number, store, facts, encoded, key, keyProvider, List.of(), Set.of(), place);
    }

    /** The same with another state of its key. */
    public StoredCertificate with(KeyState state) {
        return new StoredCertificate(number, store, facts, encoded, state, keyProvider, chain, errors, place);
    }

    /** The same with the chain that its host built, and what is wrong with it. */
    public StoredCertificate with(List<X509Certificate> built, Set<TrustError> wrong) {
        return new StoredCertificate(number, store, facts, encoded, key, keyProvider, built, wrong, place);
    }

    /** Itself, where it is more than a line of a listing. */
    public Optional<X509Certificate> x509() {
        return Optional.ofNullable(encoded);
    }

    /** What its host found wrong, in a fixed order. */
    public Set<TrustError> orderedErrors() {
        return errors.isEmpty() ? Set.of() : EnumSet.copyOf(errors);
    }

    /** Whether it is the same certificate, by its thumbprint. */
    public boolean isSame(StoredCertificate other) {
        return !facts.thumbprint().isEmpty() && facts.thumbprint().equals(other.facts.thumbprint());
    }

    /** The same, with what another source says of this very certificate in the same store where this one says nothing. */
    StoredCertificate completedBy(StoredCertificate other) {
        boolean isListing = encoded == null && other.encoded != null;
        CertificateFacts richer = isListing ? other.facts : facts;
        String template = richer.template().isEmpty()
                ? (isListing ? facts.template() : other.facts.template())
                : richer.template();
        return new StoredCertificate(
                number,
                store,
                richer.withTemplate(template),
                encoded != null ? encoded : other.encoded,
                key == KeyState.UNKNOWN || other.key == KeyState.UNUSABLE ? other.key : key,
                keyProvider.isEmpty() ? other.keyProvider : keyProvider,
                chain.isEmpty() ? other.chain : chain,
                chain.isEmpty() && errors.isEmpty() ? other.errors : errors,
                place);
    }
}
