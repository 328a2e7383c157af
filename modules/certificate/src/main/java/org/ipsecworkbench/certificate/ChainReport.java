package org.ipsecworkbench.certificate;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What {@code certutil -verify} found of a chain. Its last line says success whatever was found, so that it counts for
 * nothing.
 *
 * @param elements from the certificate to the root, as far as they are told
 * @param errors what is wrong with the whole chain
 * @param isWhole whether its status was there; without it no error means nothing
 * @param place where it stands, for people
 */
public record ChainReport(List<Element> elements, Set<TrustError> errors, boolean isWhole, String place) {
    /** Copies the collections. */
    public ChainReport {
        elements = List.copyOf(elements);
        errors = Set.copyOf(errors);
    }

    /**
     * One certificate of the chain.
     *
     * @param facts what it says
     * @param errors what is wrong with it
     * @param retrievals what was fetched for it
     */
    public record Element(CertificateFacts facts, Set<TrustError> errors, List<Retrieval> retrievals) {
        /** Copies the collections. */
        public Element {
            errors = Set.copyOf(errors);
            retrievals = List.copyOf(retrievals);
        }
    }

    /** Whether it is about a certificate, by thumbprint, or by serial and issuer where there is none. */
    public boolean isOf(CertificateFacts facts) {
        if (elements.isEmpty()) {
            return false;
        }
        CertificateFacts first = elements.get(0).facts();
        if (!first.thumbprint().isEmpty() && !facts.thumbprint().isEmpty()) {
            return first.thumbprint().equals(facts.thumbprint());
        }
        return !first.serial().isEmpty()
                && first.serial().equals(facts.serial())
                && DistinguishedNames.same(first.issuer(), facts.issuer());
    }

    /** All that is wrong, in a fixed order. */
    public Set<TrustError> orderedErrors() {
        Set<TrustError> all = EnumSet.noneOf(TrustError.class);
        all.addAll(errors);
        elements.forEach(element -> all.addAll(element.errors()));
        return all;
    }
}
