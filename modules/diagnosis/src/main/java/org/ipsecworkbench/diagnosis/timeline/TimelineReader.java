package org.ipsecworkbench.diagnosis.timeline;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.diagnosis.Timeline;
import org.ipsecworkbench.diagnosis.TimelineClock;
import org.ipsecworkbench.diagnosis.TimelineEntry;
import org.ipsecworkbench.diagnosis.TimelineLimits;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.SessionContents;

/** Reads one session, each piece of evidence in its turn: answers first, by their time. */
public final class TimelineReader {
    private TimelineReader() {}

    /** As {@link Timeline#read} says. */
    public static Timeline read(SessionContents contents, TimelineLimits limits, ScanMonitor monitor) {
        ProblemLog problems = new ProblemLog(limits.maxProblems());
        Drafts drafts = new Drafts(limits, problems);
        Clocks clocks = new Clocks();
        Names names = Names.of(contents);
        ItemReader reader = new ItemReader(contents, limits, problems, drafts, clocks, names);
        List<EvidenceItem> items = inOrder(contents.session().evidence());
        ItemMonitor progress = new ItemMonitor(
                monitor,
                items.stream().mapToLong(item -> Math.max(0, item.size())).sum());
        for (EvidenceItem item : items) {
            if (monitor.cancelled()) {
                break;
            }
            drafts.begin(item.name());
            progress.next(item.size());
            try {
                reader.read(item, progress);
            } catch (IOException e) {
                problems.add(item.name(), "It cannot be read: " + e.getMessage());
            }
            drafts.end();
        }
        reader.link();
        return timeline(drafts, clocks, names, problems, !monitor.cancelled());
    }

    private static List<EvidenceItem> inOrder(List<EvidenceItem> evidence) {
        List<EvidenceItem> items = new ArrayList<>(evidence);
        Comparator<Instant> nullsLast = Comparator.nullsLast(Comparator.naturalOrder());
        items.sort(Comparator.comparing((EvidenceItem item) -> !item.kind().isTranscript())
                .thenComparing(EvidenceItem::takenAt, nullsLast));
        return items;
    }

    private static Timeline timeline(
            Drafts drafts, Clocks clocks, Names names, ProblemLog problems, boolean isComplete) {
        Map<String, TimelineClock> solved = clocks.solve();
        Set<String> used = new HashSet<>();
        List<TimelineEntry> entries = new ArrayList<>();
        for (Draft draft : drafts.all()) {
            used.add(draft.clock());
            TimelineClock clock = solved.get(draft.clock());
            entries.add(draft.entry(clock == null ? Duration.ZERO : clock.offset(), names));
        }
        return new Timeline(entries, clocks.shown(solved, used), problems.problems(), isComplete);
    }
}
