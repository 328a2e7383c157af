package org.ipsecworkbench.diagnosis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.capture.Comparison;
import org.ipsecworkbench.capture.Comparison.PairChange;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.diagnosis.CaptureEvidence;
import org.ipsecworkbench.diagnosis.SessionChange;
import org.ipsecworkbench.diagnosis.SessionChange.Topic;
import org.ipsecworkbench.diagnosis.SessionChange.Trend;
import org.jspecify.annotations.Nullable;

/** How the traffic of pairs of hosts is protected in the captures of two sessions. */
public final class TrafficChanges {
    private static final int PERCENT = 100;

    private TrafficChanges() {}

    /**
     * Captures of the same name are compared, or the only one of each session; by the comparison of captures, which says when numbers
     * carry no statement.
     *
     * @param notCompared gets the captures that have none to be compared with
     */
    public static List<SessionChange> of(ReadSession before, ReadSession after, List<String> notCompared) {
        List<CaptureEvidence> former =
                new ArrayList<>(before.diagnosis().scene().captures());
        List<CaptureEvidence> later = new ArrayList<>(after.diagnosis().scene().captures());
        List<SessionChange> changes = new ArrayList<>();
        if (former.size() == 1 && later.size() == 1) {
            changes.addAll(changes(before, after, former.remove(0), later.remove(0)));
        }
        for (CaptureEvidence one : List.copyOf(former)) {
            later.stream()
                    .filter(other -> other.name().equals(one.name()))
                    .findFirst()
                    .ifPresent(other -> {
                        former.remove(one);
                        later.remove(other);
                        changes.addAll(changes(before, after, one, other));
                    });
        }
        former.forEach(one -> notCompared.add(alone(one, "second")));
        later.forEach(one -> notCompared.add(alone(one, "first")));
        return changes;
    }

    private static String alone(CaptureEvidence one, String other) {
        return "The capture " + one.name() + " was not compared: the " + other
                + " session has none of its name, nor is there one in each.";
    }

    private static List<SessionChange> changes(
            ReadSession before, ReadSession after, CaptureEvidence one, CaptureEvidence other) {
        return Comparison.of(one.coverage(), other.coverage()).changes().stream()
                .filter(change -> change.change() != Comparison.Change.NO_DEMONSTRABLE_CHANGE)
                .map(change -> change(before, after, change))
                .toList();
    }

    private static SessionChange change(ReadSession before, ReadSession after, PairChange change) {
        Trend trend = change.change().needsAttention()
                ? Trend.WORSE
                : change.change() == Comparison.Change.MORE_PROTECTED ? Trend.BETTER : Trend.DIFFERENT;
        ReadSession owners = change.after() == null ? before : after;
        List<String> hosts = List.of(owners.owner(change.a()), owners.owner(change.b()));
        String why = change.reasons().isEmpty()
                ? ""
                : ": " + stripped(change.reasons().get(0));
        String statement = "Traffic between " + String.join(" and ", hosts) + ", "
                + change.change().label().toLowerCase(Locale.ROOT) + why;
        return new SessionChange(Topic.TRAFFIC, trend, hosts, statement, told(change.before()), told(change.after()));
    }

    private static String stripped(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String told(@Nullable HostPair pair) {
        if (pair == null) {
            return "";
        }
        return pair.verdict().label()
                + (pair.total().eligible() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", %.1f %% protected",
                                PERCENT * pair.total().protectedShare()));
    }
}
