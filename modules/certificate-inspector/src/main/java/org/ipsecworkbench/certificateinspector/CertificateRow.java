package org.ipsecworkbench.certificateinspector;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.certificate.CertificateFacts;
import org.ipsecworkbench.certificate.DistinguishedNames;
import org.ipsecworkbench.certificate.Fitness;
import org.ipsecworkbench.certificate.JudgedHost;
import org.ipsecworkbench.certificate.Moment;
import org.ipsecworkbench.certificate.StoredCertificate;
import org.jspecify.annotations.Nullable;

/**
 * A certificate in the table.
 *
 * @param host whose it is
 * @param fitness null where it is not judged, as authorities are not
 * @param pick what IKE does with it; empty for authorities
 * @param why IKE picks it or does not, as a sentence
 * @param text all that can be searched, lower case
 */
record CertificateRow(
        JudgedHost host,
        StoredCertificate certificate,
        Section section,
        @Nullable Fitness fitness,
        FitnessWords words,
        Pick pick,
        String why,
        @Nullable Lifetime lifetime,
        String text) {
    /** What IKE does with a certificate, in the order in which it is sorted. */
    enum Pick {
        PICKED("picks it"),
        PROBABLY("probably picks it"),
        PASSED("passes over it"),
        NOT_USABLE("cannot use it"),
        NONE("");

        private final String label;

        Pick(String label) {
            this.label = label;
        }

        /** For people, after <i>IKE</i>. */
        String label() {
            return label;
        }
    }

    /** All certificates of hosts. A few microseconds for each; not for the event thread. */
    static List<CertificateRow> of(List<JudgedHost> hosts) {
        List<CertificateRow> rows = new ArrayList<>();
        for (JudgedHost host : hosts) {
            Map<StoredCertificate, Fitness> judged = new IdentityHashMap<>();
            host.selection().candidates().forEach(fitness -> judged.put(fitness.certificate(), fitness));
            Set<StoredCertificate> own = new HashSet<>(host.certificates().personal());
            for (StoredCertificate one : host.certificates().stored()) {
                rows.add(of(host, one, own.contains(one), judged.get(one)));
            }
        }
        return rows;
    }

    private static CertificateRow of(JudgedHost host, StoredCertificate one, boolean isOwn, @Nullable Fitness fitness) {
        Section section = Section.of(one, isOwn);
        CertificateFacts facts = one.facts();
        FitnessWords words = FitnessWords.of(fitness, isOwn);
        Pick pick = pick(host, fitness);
        String why = fitness != null ? host.selection().why(fitness) : section.why();
        String text = String.join(
                        "\n",
                        host.certificates().name(),
                        facts.subject(),
                        facts.issuer(),
                        facts.template(),
                        facts.serial(),
                        facts.thumbprint(),
                        one.store().label(),
                        words.words(),
                        pick.label(),
                        why,
                        String.join("\n", facts.names()))
                .toLowerCase(Locale.ROOT);
        return new CertificateRow(
                host,
                one,
                section,
                fitness,
                words,
                pick,
                why,
                Lifetime.of(facts.notBefore(), facts.notAfter(), host.now()),
                text);
    }

    private static Pick pick(JudgedHost host, @Nullable Fitness fitness) {
        if (fitness == null) {
            return Pick.NONE;
        }
        if (fitness.equals(host.selection().picked())) {
            return host.selection().isCertain() ? Pick.PICKED : Pick.PROBABLY;
        }
        return fitness.isUsable() ? Pick.PASSED : Pick.NOT_USABLE;
    }

    String hostName() {
        return host.certificates().name();
    }

    String subject() {
        return certificate.facts().label();
    }

    String issuer() {
        return DistinguishedNames.label(certificate.facts().issuer());
    }

    /** When it ends; null where that is not known. */
    @Nullable
    Moment end() {
        return certificate.facts().notAfter();
    }

    /** Whether it has ended, ends soon, or is unfit where IKE would look. */
    boolean needsAttention() {
        boolean ends = lifetime != null && (lifetime.days() < 0 || lifetime.endsSoon());
        return ends || section == Section.OWN && pick == Pick.NOT_USABLE;
    }
}
