package org.ipsecworkbench.certificate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ipsecworkbench.capture.Problem;

/**
 * What is known of the certificates of one host.
 *
 * @param name of the host
 * @param stored in the order of the sources
 * @param chains what the host itself found
 * @param lists revocation lists
 * @param answers of OCSP responders
 * @param cached addresses of what the host has in its cache
 * @param strictness how the host acts on revocation
 * @param problems what could not be read, with the place
 */
public record HostCertificates(
        String name,
        List<StoredCertificate> stored,
        List<ChainReport> chains,
        List<RevocationList> lists,
        List<OcspAnswer> answers,
        List<String> cached,
        StrongCrlCheck strictness,
        List<Problem> problems) {
    /** Copies the lists. */
    public HostCertificates {
        stored = List.copyOf(stored);
        chains = List.copyOf(chains);
        lists = List.copyOf(lists);
        answers = List.copyOf(answers);
        cached = List.copyOf(cached);
        problems = List.copyOf(problems);
    }

    /** Nothing is known. */
    public static HostCertificates none(String name) {
        return new HostCertificates(
                name, List.of(), List.of(), List.of(), List.of(), List.of(), StrongCrlCheck.UNKNOWN, List.of());
    }

    /** What both know together, under this one's name. */
    public HostCertificates and(HostCertificates other) {
        return new HostCertificates(
                name,
                both(stored, other.stored),
                both(chains, other.chains),
                both(lists, other.lists),
                both(answers, other.answers),
                both(cached, other.cached),
                strictness == StrongCrlCheck.UNKNOWN ? other.strictness : strictness,
                both(problems, other.problems));
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        List<T> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    /** The same with another way to act on revocation. */
    public HostCertificates with(StrongCrlCheck other) {
        return new HostCertificates(name, stored, chains, lists, answers, cached, other, problems);
    }

    /** Whether nothing was found at all. */
    public boolean isEmpty() {
        return stored.isEmpty() && chains.isEmpty() && lists.isEmpty() && answers.isEmpty() && cached.isEmpty();
    }

    /** Those that may identify the owner of a store: own ones, and those of files and messages. */
    public List<StoredCertificate> personal() {
        return stored.stream()
                .filter(one ->
                        one.store().isPersonal() || !one.store().location().counts() && !isAuthority(one))
                .toList();
    }

    private static boolean isAuthority(StoredCertificate one) {
        return one.x509().map(x509 -> x509.getBasicConstraints() >= 0).orElse(false)
                || one.store().name().equalsIgnoreCase("Root")
                || one.store().name().equalsIgnoreCase("CA");
    }

    /** Those that are trusted by themselves. */
    public List<StoredCertificate> roots() {
        return stored.stream().filter(one -> one.store().isTrusted()).toList();
    }

    /** What the host found of a certificate's chain. */
    public Optional<ChainReport> report(CertificateFacts facts) {
        return chains.stream().filter(chain -> chain.isOf(facts)).reduce((first, second) -> second);
    }

    /** The same with one entry for what several sources say of one certificate in one store. */
    HostCertificates joined() {
        Map<String, StoredCertificate> byKey = new LinkedHashMap<>();
        List<StoredCertificate> all = new ArrayList<>();
        for (StoredCertificate one : stored) {
            if (one.facts().thumbprint().isEmpty()) {
                all.add(one);
            } else {
                // Whether a listing says whose store it is or not, for IKE the store is the same.
                String owner = one.store().location().counts()
                        ? ""
                        : one.store().location().name();
                String key = owner
                        + '\n'
                        + one.store().name().toLowerCase(Locale.ROOT)
                        + '\n'
                        + one.facts().thumbprint();
                byKey.merge(key, one, StoredCertificate::completedBy);
            }
        }
        all.addAll(byKey.values());
        return new HostCertificates(name, all, chains, lists, answers, cached, strictness, problems);
    }
}
