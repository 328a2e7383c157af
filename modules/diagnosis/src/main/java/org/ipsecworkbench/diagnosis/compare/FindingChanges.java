package org.ipsecworkbench.diagnosis.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ipsecworkbench.diagnosis.Cause;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.SessionChange;
import org.ipsecworkbench.diagnosis.SessionChange.Topic;
import org.ipsecworkbench.diagnosis.SessionChange.Trend;
import org.ipsecworkbench.diagnosis.Verdict;

/** What the diagnoses of two sessions find of the same hosts. */
public final class FindingChanges {
    private FindingChanges() {}

    /** The cause, then what was found, in the order of the checks. */
    public static List<SessionChange> of(Diagnosis before, Diagnosis after) {
        List<SessionChange> changes = new ArrayList<>();
        cause(before, after, changes);
        Map<String, Finding> former = byKey(before);
        Map<String, Finding> later = byKey(after);
        later.forEach((key, finding) -> {
            Finding other = former.get(key);
            boolean wasProblem = other != null && other.verdict().isProblem();
            if (finding.verdict().isProblem() && !wasProblem && !isCause(finding, after)) {
                changes.add(change(Trend.WORSE, finding, "Found now: ", "", seen(finding)));
            } else if (other != null && wasProblem && other.verdict().compareTo(finding.verdict()) < 0) {
                changes.add(change(Trend.WORSE, finding, "Worse now: ", seen(other), seen(finding)));
            }
        });
        former.forEach((key, finding) -> {
            Finding other = later.get(key);
            boolean isProblem = other != null && other.verdict().isProblem();
            if (finding.verdict().isProblem() && !isProblem && !isCause(finding, before)) {
                Trend trend = isTold(finding, after) ? Trend.BETTER : Trend.COLLECTED;
                changes.add(change(trend, finding, "Not found any more: ", seen(finding), ""));
            }
        });
        return changes;
    }

    private static void cause(Diagnosis before, Diagnosis after, List<SessionChange> changes) {
        List<String> one = causes(before);
        List<String> other = causes(after);
        if (one.equals(other)) {
            return;
        }
        Trend trend = one.isEmpty() ? Trend.WORSE : other.isEmpty() ? Trend.BETTER : Trend.DIFFERENT;
        String statement = one.isEmpty()
                ? "There is a cause now why traffic is not as it should be"
                : other.isEmpty() ? "No cause is found any more" : "The cause is another one";
        List<String> hosts =
                (other.isEmpty() ? before : after).causes().get(0).finding().hosts();
        changes.add(new SessionChange(Topic.CAUSE, trend, hosts, statement, before.headline(), after.headline()));
    }

    private static List<String> causes(Diagnosis diagnosis) {
        return diagnosis.causes().stream()
                .limit(1)
                .map(cause -> key(cause.finding()))
                .toList();
    }

    /** The cause is told already. */
    private static boolean isCause(Finding finding, Diagnosis diagnosis) {
        return diagnosis.causes().stream().limit(1).map(Cause::finding).anyMatch(finding::equals);
    }

    /** Whether the check of a finding could tell anything of its hosts: what is not told is not better. */
    private static boolean isTold(Finding finding, Diagnosis other) {
        return other.findings().stream()
                .anyMatch(one -> one.hosts().equals(finding.hosts())
                        && one.verdict() != Verdict.INCONCLUSIVE
                        && one.verdict() != Verdict.NOT_APPLICABLE);
    }

    /** Of several with one key, such as those of several certificates, the worst. */
    private static Map<String, Finding> byKey(Diagnosis diagnosis) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (Finding finding : diagnosis.findings()) {
            findings.merge(
                    key(finding), finding, (one, other) -> one.verdict().compareTo(other.verdict()) >= 0 ? one : other);
        }
        return findings;
    }

    private static String key(Finding finding) {
        return finding.key() + "\n" + String.join("\n", finding.hosts());
    }

    private static SessionChange change(Trend trend, Finding finding, String words, String before, String after) {
        return new SessionChange(Topic.FINDING, trend, finding.hosts(), words + finding.statement(), before, after);
    }

    private static String seen(Finding finding) {
        return finding.evidence().stream().limit(1).map(Evidence::label).collect(Collectors.joining());
    }
}
