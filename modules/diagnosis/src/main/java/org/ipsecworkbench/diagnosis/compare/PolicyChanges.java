package org.ipsecworkbench.diagnosis.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.SessionChange;
import org.ipsecworkbench.diagnosis.SessionChange.Topic;
import org.ipsecworkbench.diagnosis.SessionChange.Trend;
import org.ipsecworkbench.policy.ComparedValue;
import org.ipsecworkbench.policy.ComparedValue.Standing;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.PolicyComparison;

/**
 * What policies of the same hosts say differently, by the comparison of policies. Pre-shared keys are not compared: what each session
 * keeps of them was made with a salt of its own.
 */
public final class PolicyChanges {
    private PolicyChanges() {}

    /** What is in force on each host, in the order of the first session, then listings that are files. */
    public static List<SessionChange> of(ReadSession before, ReadSession after) {
        List<SessionChange> changes = new ArrayList<>();
        for (HostFacts host : before.hosts()) {
            after.host(host.name())
                    .filter(other -> host.isPolicyRead() && other.isPolicyRead())
                    .ifPresent(other -> compare(
                            host.name(), host.policy().model(), other.policy().model(), 1, changes));
        }
        before.policies().keySet().stream().sorted().forEach(name -> {
            HostPolicy other = after.policies().get(name);
            HostPolicy one = before.policies().get(name);
            if (one != null && other != null) {
                compare(name, one, other, 0, changes);
            }
        });
        return changes;
    }

    /** Above the lines of an answer, the command line was read. */
    private static void compare(String host, HostPolicy one, HostPolicy other, int above, List<SessionChange> changes) {
        Map<String, List<ComparedValue>> bySubject = new LinkedHashMap<>();
        for (ComparedValue value : PolicyComparison.of(one.withoutKeyDigests(), other.withoutKeyDigests())) {
            bySubject.computeIfAbsent(value.subject(), any -> new ArrayList<>()).add(value);
        }
        bySubject.forEach((subject, values) -> {
            if (values.stream().allMatch(value -> value.standing() == Standing.ONLY_FIRST)) {
                changes.add(
                        change(host, subject + " is gone", seen(values.get(0).firstPlace(), above), ""));
            } else if (values.stream().allMatch(value -> value.standing() == Standing.ONLY_SECOND)) {
                changes.add(
                        change(host, subject + " is new", "", seen(values.get(0).secondPlace(), above)));
            } else {
                values.stream()
                        .filter(value -> value.standing().isDifference())
                        .forEach(value -> changes.add(change(
                                host,
                                subject + ": " + value.attribute(),
                                told(value.ofFirst(), value.firstPlace(), above),
                                told(value.ofSecond(), value.secondPlace(), above))));
            }
        });
    }

    private static SessionChange change(String host, String statement, String before, String after) {
        return new SessionChange(Topic.POLICY, Trend.DIFFERENT, List.of(host), statement, before, after);
    }

    private static String seen(Place place, int above) {
        String label = new Place(place.file(), Math.max(0, place.line() - above)).label();
        return label.isEmpty() ? "" : "[" + label + "]";
    }

    private static String told(String value, Place place, int above) {
        return (value + " " + (value.isEmpty() ? "" : seen(place, above))).strip();
    }
}
