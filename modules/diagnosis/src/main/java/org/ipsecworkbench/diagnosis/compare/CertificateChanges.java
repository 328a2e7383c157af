package org.ipsecworkbench.diagnosis.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ipsecworkbench.certificate.CertificateFacts;
import org.ipsecworkbench.certificate.StoredCertificate;
import org.ipsecworkbench.certificate.StrongCrlCheck;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.SessionChange;
import org.ipsecworkbench.diagnosis.SessionChange.Topic;
import org.ipsecworkbench.diagnosis.SessionChange.Trend;

/** Which certificates the stores of the same hosts hold, and how the hosts act on revocation. */
public final class CertificateChanges {
    private CertificateChanges() {}

    /** Own certificates first; only stores that both sessions list. */
    public static List<SessionChange> of(ReadSession before, ReadSession after) {
        List<SessionChange> changes = new ArrayList<>();
        for (HostFacts host : before.hosts()) {
            after.host(host.name()).ifPresent(other -> {
                compare(host, other, changes);
                strictness(host, other, changes);
            });
        }
        return changes;
    }

    private static void compare(HostFacts one, HostFacts other, List<SessionChange> changes) {
        Map<String, StoredCertificate> former = stored(one, other);
        Map<String, StoredCertificate> later = stored(other, one);
        List<StoredCertificate> gone = new ArrayList<>();
        List<StoredCertificate> come = new ArrayList<>();
        former.forEach((key, certificate) -> {
            if (!later.containsKey(key)) {
                gone.add(certificate);
            }
        });
        later.forEach((key, certificate) -> {
            if (!former.containsKey(key)) {
                come.add(certificate);
            }
        });
        Comparator<StoredCertificate> ownFirst =
                Comparator.comparing(certificate -> !certificate.store().isForIke());
        gone.sort(ownFirst);
        come.sort(ownFirst);
        for (StoredCertificate old : gone) {
            StoredCertificate fresh = come.stream()
                    .filter(certificate ->
                            certificate.facts().subject().equals(old.facts().subject())
                                    && certificate.store().equals(old.store()))
                    .findFirst()
                    .orElse(null);
            if (fresh == null) {
                changes.add(change(one, old, "is gone", told(old.facts()), ""));
            } else {
                come.remove(fresh);
                changes.add(change(one, old, "was replaced", told(old.facts()), told(fresh.facts())));
            }
        }
        come.forEach(fresh -> changes.add(change(one, fresh, "is new", "", told(fresh.facts()))));
    }

    /** By store and thumbprint, those of stores that the other session lists too. */
    private static Map<String, StoredCertificate> stored(HostFacts host, HostFacts other) {
        Map<String, StoredCertificate> stored = new LinkedHashMap<>();
        for (StoredCertificate one : host.certificates().stored()) {
            if (isListed(one, other)) {
                CertificateFacts facts = one.facts();
                String name =
                        facts.thumbprint().isEmpty() ? facts.issuer() + "\n" + facts.serial() : facts.thumbprint();
                stored.put(one.store() + "\n" + name, one);
            }
        }
        return stored;
    }

    private static boolean isListed(StoredCertificate one, HostFacts host) {
        return host.certificates().stored().stream()
                        .anyMatch(other -> other.store().equals(one.store()))
                || Stream.concat(Stream.of(Commands.CERTIFICATES), Commands.CERTIFICATE_STORES.stream())
                        .filter(need -> lists(need, one))
                        .anyMatch(need -> host.evidence().answer(need).isPresent());
    }

    private static boolean lists(Need need, StoredCertificate one) {
        boolean counts = one.store().location().counts();
        return need.equals(Commands.CERTIFICATES)
                ? one.store().isForIke()
                : need.line().endsWith(" " + one.store().name()) && need.line().contains(" -user ") != counts;
    }

    private static void strictness(HostFacts one, HostFacts other, List<SessionChange> changes) {
        StrongCrlCheck former = one.certificates().strictness();
        StrongCrlCheck later = other.certificates().strictness();
        if (former != later && former != StrongCrlCheck.UNKNOWN && later != StrongCrlCheck.UNKNOWN) {
            changes.add(new SessionChange(
                    Topic.CERTIFICATE,
                    Trend.DIFFERENT,
                    List.of(one.name()),
                    one.name() + " acts on revocation in another way",
                    former.label(),
                    later.label()));
        }
    }

    private static SessionChange change(
            HostFacts host, StoredCertificate certificate, String what, String before, String after) {
        String statement = "Certificate " + certificate.facts().label() + " in "
                + certificate.store().label() + " " + what;
        return new SessionChange(Topic.CERTIFICATE, Trend.DIFFERENT, List.of(host.name()), statement, before, after);
    }

    private static String told(CertificateFacts facts) {
        return "serial number " + facts.serial()
                + (facts.notAfter() == null
                        ? ""
                        : ", valid to " + facts.notAfter().label());
    }
}
