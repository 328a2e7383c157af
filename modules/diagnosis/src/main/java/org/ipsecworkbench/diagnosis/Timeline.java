package org.ipsecworkbench.diagnosis;

import java.util.Comparator;
import java.util.List;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.diagnosis.timeline.TimelineReader;
import org.ipsecworkbench.session.SessionContents;

/**
 * What all evidence of a session says happened when, by one clock. Immutable.
 *
 * @param entries by time
 * @param clocks those that told times, hosts first
 * @param problems what could not be read, and what is left out by a limit
 * @param isComplete whether all evidence was read, or else reading was cancelled
 */
public record Timeline(
        List<TimelineEntry> entries, List<TimelineClock> clocks, List<Problem> problems, boolean isComplete) {
    /** Copies the lists, and puts the entries into their order. */
    public Timeline {
        entries = entries.stream()
                .sorted(Comparator.comparing(TimelineEntry::time))
                .toList();
        clocks = List.copyOf(clocks);
        problems = List.copyOf(problems);
    }

    /**
     * Reads all evidence of a session, one piece after the other. Captures are scanned as a whole and told as spans; what lies in
     * the session is unpacked to a temporary file. Evidence that is missing or cannot be read is a problem. Not for the event
     * thread.
     *
     * @param monitor is told bytes; may cancel, and then the timeline is of what was read until then
     */
    public static Timeline read(SessionContents contents, TimelineLimits limits, ScanMonitor monitor) {
        return TimelineReader.read(contents, limits, monitor);
    }

    /** Whose lanes there are, in the order of their names. */
    public List<String> lanes() {
        return entries.stream().map(TimelineEntry::lane).distinct().sorted().toList();
    }
}
