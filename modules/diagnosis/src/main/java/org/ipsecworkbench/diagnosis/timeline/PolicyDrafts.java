package org.ipsecworkbench.diagnosis.timeline;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.diagnosis.TimelineKind;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.policy.ComparedValue;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.KeyDigests;
import org.ipsecworkbench.policy.Policies;
import org.ipsecworkbench.policy.PolicyComparison;
import org.ipsecworkbench.policy.PolicyLimits;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.Place;
import org.ipsecworkbench.session.Session;

/**
 * What changed between two listings of the same policy: the same host, and the same command or file. Listings come by time. Keys
 * are not compared, since two collections hide them in different ways.
 */
final class PolicyDrafts {
    private static final int SHOWN = 3;

    private record Key(String host, String name) {}

    private record Listing(Instant time, HostPolicy policy) {}

    private final Drafts drafts;
    private final KeyDigests digests = KeyDigests.random();
    private final Set<Key> repeated = new HashSet<>();
    private final Map<Key, Listing> before = new HashMap<>();

    PolicyDrafts(Drafts drafts, Session session) {
        this.drafts = drafts;
        Set<Key> once = new HashSet<>();
        for (EvidenceItem item : session.evidence()) {
            boolean mayBeOne = item.kind().isTranscript() || item.kind().equals(EvidenceKind.POLICY);
            Key key = new Key(item.host(), item.name());
            if (mayBeOne && !once.add(key)) {
                repeated.add(key);
            }
        }
    }

    /** Whether there are two of it to compare. */
    boolean isRepeated(EvidenceItem item) {
        return repeated.contains(new Key(item.host(), item.name()));
    }

    void read(Transcript answer, EvidenceItem item) {
        if (answer.isComplete() && answer.ending().exitCode().orElse(1) == 0) {
            // The command line tells what kind of listing it is.
            String text = answer.line() + "\n" + answer.outputText();
            read(text.getBytes(StandardCharsets.UTF_8), answer.started(), item);
        }
    }

    /** A listing; what is none is passed over. */
    void read(byte[] content, Instant time, EvidenceItem item) {
        if (!Policies.recognises(content)) {
            return;
        }
        HostPolicy policy = Policies.parse(
                        item.host(),
                        List.of(new Policies.Document(item.name(), content)),
                        PolicyLimits.DEFAULT,
                        digests)
                .model()
                .withoutKeyDigests();
        Listing former = before.put(new Key(item.host(), item.name()), new Listing(time, policy));
        if (former == null) {
            return;
        }
        List<ComparedValue> changes = PolicyComparison.of(former.policy, policy).stream()
                .filter(value -> value.standing().isDifference())
                .toList();
        if (!changes.isEmpty()) {
            String lane = item.host().isEmpty() ? item.name() : item.host();
            int line = changes.get(0).secondPlace().line() - (item.kind().equals(EvidenceKind.POLICY) ? 0 : 1);
            drafts.add(Draft.moment(
                            Clocks.REFERENCE,
                            former.time,
                            lane,
                            TimelineKind.POLICY,
                            words(changes),
                            item.id(),
                            line < 1 ? Place.ALL : Place.line(line))
                    .lasting(Duration.between(former.time, time)));
        }
    }

    private static String words(List<ComparedValue> changes) {
        StringBuilder words = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d %s between two listings",
                changes.size(),
                changes.size() == 1 ? "value of the policy changed" : "values of the policy changed"));
        String separator = ": ";
        for (ComparedValue change : changes.subList(0, Math.min(SHOWN, changes.size()))) {
            words.append(separator)
                    .append(change.subject())
                    .append(", ")
                    .append(change.attribute())
                    .append(" from ")
                    .append(change.ofFirst().isEmpty() ? "none" : change.ofFirst())
                    .append(" to ")
                    .append(change.ofSecond().isEmpty() ? "none" : change.ofSecond());
            separator = "; ";
        }
        return words.append(changes.size() > SHOWN ? "; …" : "").toString();
    }
}
