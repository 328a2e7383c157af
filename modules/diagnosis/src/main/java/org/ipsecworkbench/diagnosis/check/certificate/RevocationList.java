package org.ipsecworkbench.diagnosis.check.certificate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.Verdict;

/** Whether a host that refuses certificates of which it cannot tell if they were revoked can fetch the list. */
final class RevocationList {
    /** 0 does not look, 1 refuses what is revoked, 2 also what it cannot tell (netsh advfirewall set global). */
    private static final Pattern SETTING = Pattern.compile("(?im)^\\s*StrongCRLCheck\\s*:?\\s*([012])\\b");

    private static final int STRICT = 2;

    private RevocationList() {}

    /** How strict a host is; 0 where it was not read. */
    static int strictness(HostFacts host) {
        return host.evidence()
                .answer(host.platform().isLegacy() ? Commands.POLICY_IN_FORCE : Commands.RULES_IN_FORCE)
                .map(answer -> SETTING.matcher(answer.outputText()))
                .filter(Matcher::find)
                .map(setting -> Integer.parseInt(setting.group(1)))
                .orElse(0);
    }

    static Optional<Finding> examine(HostFacts host, Authority authority) {
        return StoredCertificate.read(host.evidence()).stream()
                .filter(stored -> authority.issued(stored) && stored.isRevocationUnknown())
                .filter(stored -> strictness(host) == STRICT)
                .findFirst()
                .map(stored -> finding(host, authority, stored));
    }

    private static Finding finding(HostFacts host, Authority authority, StoredCertificate stored) {
        List<Remedy> remedy = Remedy.draft(
                        "crl-lenient/" + host.name(),
                        host.name(),
                        "Let " + host.name() + " accept certificates while the list is out of reach",
                        Remedy.Risk.SECURITY,
                        "A certificate that was revoked is accepted while the list cannot be fetched. Make the list"
                                + " reachable instead where you can.")
                .run("netsh", "advfirewall", "set", "global", "ipsec", "strongcrlcheck", "1")
                .undo("netsh", "advfirewall", "set", "global", "ipsec", "strongcrlcheck", "2")
                .done();
        return Finding.of(
                        "crl-unreachable",
                        List.of(host.name()),
                        Verdict.FAILED,
                        0.9,
                        host.name() + " cannot fetch the revocation list of " + authority.label()
                                + ", and is told to fail then",
                        List.of(
                                Evidence.whole(
                                        host.name(),
                                        Commands.CERTIFICATES,
                                        "certificate " + stored.number() + ": " + String.join(", ", stored.status())),
                                Evidence.whole(host.name(), Commands.RULES_IN_FORCE, "StrongCRLCheck " + STRICT)),
                        "A chain whose revocation could be checked.")
                .remedied("make it reachable, outside of IPsec", remedy);
    }
}
