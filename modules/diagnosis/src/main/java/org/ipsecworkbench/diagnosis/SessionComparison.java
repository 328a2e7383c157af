package org.ipsecworkbench.diagnosis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.diagnosis.compare.CertificateChanges;
import org.ipsecworkbench.diagnosis.compare.EvidenceChanges;
import org.ipsecworkbench.diagnosis.compare.FindingChanges;
import org.ipsecworkbench.diagnosis.compare.HostChanges;
import org.ipsecworkbench.diagnosis.compare.NegotiationChanges;
import org.ipsecworkbench.diagnosis.compare.PolicyChanges;
import org.ipsecworkbench.diagnosis.compare.ReadSession;
import org.ipsecworkbench.diagnosis.compare.TrafficChanges;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.session.EvidenceChange;
import org.ipsecworkbench.session.SessionContents;

/**
 * What changed between two sessions of the same case: what users notice, and what may have caused it. Only what both sessions tell
 * is compared; what one of them tells alone is listed as evidence that the other does not have.
 *
 * @param before the diagnosis of the first session
 * @param after the diagnosis of the second one
 * @param changes what matters most first: what is worse, what is different, what is better, and then what was collected
 * @param evidence how each piece of evidence stands
 * @param notCompared what could not be compared or read, and why, sentences
 */
public record SessionComparison(
        Diagnosis before,
        Diagnosis after,
        List<SessionChange> changes,
        List<EvidenceChange> evidence,
        List<String> notCompared) {
    /** Copies the lists. */
    public SessionComparison {
        changes = List.copyOf(changes);
        evidence = List.copyOf(evidence);
        notCompared = List.copyOf(notCompared);
    }

    /**
     * Reads and compares two sessions: all answers, policies, certificates, logs and events, and all packets of captures. Takes as long
     * as reading those does; not for the event thread.
     *
     * @param monitor may cancel
     * @throws IOException where it was cancelled; what cannot be read is told in {@link #notCompared}
     */
    public static SessionComparison of(
            SessionContents before, SessionContents after, Collection<? extends Check> checks, ScanMonitor monitor)
            throws IOException {
        List<String> notCompared = new ArrayList<>();
        ReadSession former = ReadSession.of(before, checks, monitor, notCompared);
        ReadSession later = ReadSession.of(after, checks, monitor, notCompared);
        List<EvidenceChange> evidence = EvidenceChange.of(before, after);
        List<SessionChange> changes = new ArrayList<>();
        changes.addAll(FindingChanges.of(former.diagnosis(), later.diagnosis()));
        changes.addAll(TrafficChanges.of(former, later, notCompared));
        changes.addAll(NegotiationChanges.of(former, later));
        changes.addAll(PolicyChanges.of(former, later));
        changes.addAll(CertificateChanges.of(former, later));
        changes.addAll(HostChanges.of(former, later));
        changes.addAll(EvidenceChanges.of(evidence));
        // Sorting is stable: within a topic the order is that of whoever found it.
        changes.sort(Comparator.comparing(SessionChange::trend).thenComparing(SessionChange::topic));
        return new SessionComparison(former.diagnosis(), later.diagnosis(), changes, evidence, notCompared);
    }

    /** Whether anything of the hosts is not the same. */
    public boolean isDifferent() {
        return changes.stream().anyMatch(change -> change.trend() != SessionChange.Trend.COLLECTED);
    }

    /** Whether anything is worse than before. */
    public boolean isWorse() {
        return changes.stream().anyMatch(change -> change.trend() == SessionChange.Trend.WORSE);
    }

    /** What changed, in one or two sentences. */
    public String headline() {
        boolean wasWell = before.causes().isEmpty();
        boolean isWell = after.causes().isEmpty();
        if (wasWell && isWell) {
            return isDifferent()
                    ? "Neither session names a cause, but not all is the same."
                    : "Nothing that both sessions tell has changed.";
        }
        if (wasWell) {
            return (before.verdict() == Verdict.OK
                            ? "It worked before, and now a"
                            : "Before, no cause was found; now a")
                    + " cause is found: " + after.headline();
        }
        if (isWell) {
            return "The cause of before is not found any more: " + before.headline();
        }
        return isSameCause()
                ? "The cause is the same as before: " + after.headline()
                : "The cause is another one than before: " + after.headline();
    }

    private boolean isSameCause() {
        Finding one = before.causes().get(0).finding();
        Finding other = after.causes().get(0).finding();
        return one.key().equals(other.key()) && one.hosts().equals(other.hosts());
    }
}
