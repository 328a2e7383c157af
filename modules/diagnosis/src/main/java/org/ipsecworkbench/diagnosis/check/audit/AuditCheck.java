package org.ipsecworkbench.diagnosis.check.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipsecworkbench.diagnosis.Association;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.Needs;
import org.ipsecworkbench.diagnosis.Pair;
import org.ipsecworkbench.diagnosis.Platform;
import org.ipsecworkbench.diagnosis.Scene;
import org.ipsecworkbench.diagnosis.SeenNegotiation;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.FailureClass;
import org.openide.util.lookup.ServiceProvider;

/** What the hosts' own records say about negotiations with each other, and whether they record them at all. */
@ServiceProvider(service = Check.class, position = 300)
public final class AuditCheck implements Check {
    @Override
    public String key() {
        return "audit";
    }

    @Override
    public String question() {
        return "What do the events of the hosts say about their negotiations?";
    }

    @Override
    public String explanation() {
        return "Windows writes down why a negotiation failed, often on one of the two hosts only; so both are read.";
    }

    @Override
    public List<Need> needs(HostEvidence host) {
        return Needs.of(host, platform -> events(host, platform));
    }

    private static List<Need> events(HostEvidence host, Platform platform) {
        if (platform.isLegacy()) {
            return List.of(Commands.AUDITS_DISABLED, Commands.FAILED_2003, Commands.ESTABLISHED_2003);
        }
        List<Need> needs = new ArrayList<>(List.of(Commands.NET_EVENTS, Commands.AUDIT_EVENTS, Commands.AUDITING));
        if (Auditing.isInOtherWords(host)) {
            needs.add(Commands.AUDITING_IN_NUMBERS);
        }
        return needs;
    }

    @Override
    public List<Finding> examine(Scene scene) {
        List<Finding> findings = new ArrayList<>(scene.ofHosts(host -> List.of(Auditing.examine(host))));
        findings.addAll(scene.ofPairs(AuditCheck::examine));
        return findings;
    }

    private static List<Finding> examine(Pair pair) {
        List<Finding> findings = new ArrayList<>();
        findings.add(examine(pair, pair.one(), pair.other()));
        findings.add(examine(pair, pair.other(), pair.one()));
        Path.examine(pair).ifPresent(findings::add);
        return findings;
    }

    private static Finding examine(Pair pair, HostFacts host, HostFacts peer) {
        if (!isRead(host)) {
            return Finding.of(
                    "events-unread",
                    pair.names(),
                    Verdict.INCONCLUSIVE,
                    0,
                    "The events of " + host.name() + " were not read",
                    List.of(),
                    "A listing of them; that needs an administrator.");
        }
        Optional<SeenNegotiation> failed = lastFailure(host, peer);
        Failure failure = failed.map(SeenNegotiation::failure).orElse(null);
        if (failed.isEmpty() || failure == null) {
            return Finding.of(
                    "no-failure",
                    pair.names(),
                    Verdict.NOT_APPLICABLE,
                    0.6,
                    "The events of " + host.name() + " tell of no failed negotiation with " + peer.name(),
                    List.of(),
                    "An event of one, after traffic between the two.");
        }
        Optional<Association> since = host.associations().stream()
                .filter(one -> peer.addresses().contains(one.remote()))
                .findFirst();
        if (since.isPresent()) {
            return Finding.of(
                    "past-failure",
                    pair.names(),
                    Verdict.OK,
                    0.7,
                    host.name() + " recorded failed negotiations with " + peer.name()
                            + ", and has an SA with it all the same",
                    List.of(failed.get().evidence(), since.get().evidence()),
                    "A failure that is newer than the SA.");
        }
        return Finding.of(
                        key(failure.failureClass()),
                        pair.names(),
                        Verdict.FAILED,
                        0.8,
                        host.name() + " says of its negotiation with " + peer.name() + ": "
                                + sentence(failure.explanation()),
                        List.of(failed.get().evidence()),
                        "A newer event of a negotiation that ended well.")
                .remedied(clause(failure.nextStep()));
    }

    private static String clause(String text) {
        return text.isEmpty() ? "" : Character.toLowerCase(text.charAt(0)) + sentence(text.substring(1));
    }

    private static String sentence(String text) {
        return text.replaceAll("\\.$", "");
    }

    /** The one that says most: a reason goes before a time-out. */
    private static Optional<SeenNegotiation> lastFailure(HostFacts host, HostFacts peer) {
        SeenNegotiation best = null;
        for (SeenNegotiation one : host.negotiations()) {
            Failure failure = one.failure();
            Failure before = best == null ? null : best.failure();
            if (peer.addresses().contains(one.peer())
                    && failure != null
                    && (before == null || failure.outranks(before))) {
                best = one;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isRead(HostFacts host) {
        return Stream.of(Commands.NET_EVENTS, Commands.AUDIT_EVENTS, Commands.IKE_LOG, Commands.FAILED_2003)
                .anyMatch(need -> host.evidence()
                        .answer(need)
                        .filter(answer -> answer.ending().exitCode().orElse(1) == 0)
                        .isPresent());
    }

    private static String key(FailureClass failure) {
        return switch (failure) {
            case CERTIFICATE -> "certificate-failed";
            case KERBEROS -> "kerberos-failed";
            case PROPOSAL -> "proposal-failed";
            case SELECTORS -> "selectors-failed";
            case NO_POLICY -> "no-policy-failed";
            case AUTHENTICATION -> "authentication-failed";
            case NO_RESPONSE -> "no-response";
            case PEER_DELETED, OTHER, UNKNOWN -> "negotiation-failed";
        };
    }

    @Override
    public String next() {
        return "kerberos";
    }
}
