package org.ipsecworkbench.sessionexplorer.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipsecworkbench.diagnosis.TimelineEntry;
import org.ipsecworkbench.diagnosis.TimelineKind;
import org.openide.util.NbBundle.Messages;

/** Sorts entries into lanes: a group for each host or file, and in it a lane for each kind, and for each pair of a capture. */
@Messages({"LBL_AllTraffic=All packets", "# {0} - how many", "LBL_MorePairs={0} more pairs", "LBL_NoOwner=Of no host"})
final class Lanes {
    /** Pairs of a group that have lanes of their own; the others share one. */
    private static final int MAX_PAIRS = 12;

    private Lanes() {}

    /** Those that have entries; hosts of the session first, each by its name. */
    static List<Lane> of(List<TimelineEntry> entries) {
        Map<String, List<TimelineEntry>> owners = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        entries.forEach(entry ->
                owners.computeIfAbsent(entry.lane(), any -> new ArrayList<>()).add(entry));
        List<Lane> lanes = new ArrayList<>();
        owners.entrySet().stream()
                .sorted(Comparator.comparing(owner -> !isHost(owner.getKey(), owner.getValue())))
                .forEach(owner -> {
                    String name = owner.getKey().isEmpty() ? Bundle.LBL_NoOwner() : owner.getKey();
                    lanes.add(new Lane(name, "", List.of()));
                    group(name, owner.getValue(), lanes);
                });
        return lanes;
    }

    private static boolean isHost(String owner, List<TimelineEntry> entries) {
        return entries.stream().anyMatch(entry -> entry.hosts().contains(owner));
    }

    private static void group(String owner, List<TimelineEntry> entries, List<Lane> lanes) {
        for (TimelineKind kind : TimelineKind.values()) {
            List<TimelineEntry> own =
                    entries.stream().filter(entry -> entry.kind() == kind).toList();
            if (kind == TimelineKind.CAPTURE) {
                traffic(owner, own, lanes);
            } else if (!own.isEmpty()) {
                lanes.add(new Lane(owner, kind.label(), own));
            }
        }
    }

    private static void traffic(String owner, List<TimelineEntry> entries, List<Lane> lanes) {
        Map<String, List<TimelineEntry>> pairs = new LinkedHashMap<>();
        entries.forEach(entry ->
                pairs.computeIfAbsent(entry.pair(), any -> new ArrayList<>()).add(entry));
        List<TimelineEntry> whole = pairs.remove("");
        if (whole != null) {
            lanes.add(new Lane(owner, Bundle.LBL_AllTraffic(), whole));
        }
        // What is bad goes first, so that it is not among those that share a lane.
        List<Map.Entry<String, List<TimelineEntry>>> sorted = pairs.entrySet().stream()
                .sorted(Comparator.comparing(pair -> !isBad(pair.getValue())))
                .toList();
        int shown = sorted.size() > MAX_PAIRS ? MAX_PAIRS - 1 : sorted.size();
        sorted.subList(0, shown).forEach(pair -> lanes.add(new Lane(owner, pair.getKey(), pair.getValue())));
        if (shown < sorted.size()) {
            List<TimelineEntry> rest = sorted.subList(shown, sorted.size()).stream()
                    .flatMap(pair -> pair.getValue().stream())
                    .sorted(Comparator.comparing(TimelineEntry::time))
                    .toList();
            lanes.add(new Lane(owner, Bundle.LBL_MorePairs(Integer.toString(sorted.size() - shown)), rest));
        }
    }

    private static boolean isBad(List<TimelineEntry> entries) {
        return entries.stream().anyMatch(entry -> entry.signal() == TimelineEntry.Signal.BAD);
    }
}
