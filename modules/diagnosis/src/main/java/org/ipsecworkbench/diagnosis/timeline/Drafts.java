package org.ipsecworkbench.diagnosis.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.diagnosis.TimelineLimits;

/** The entries that are found, as far as the limits allow. */
final class Drafts {
    /** What no evidence can mean; beyond, arithmetic with times ends. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final TimelineLimits limits;
    private final ProblemLog problems;
    private final List<Draft> all = new ArrayList<>();
    private String item = "";
    private long ofItem;
    private long leftOut;
    private long timeless;

    Drafts(TimelineLimits limits, ProblemLog problems) {
        this.limits = limits;
        this.problems = problems;
    }

    /** Begins with another piece of evidence. */
    void begin(String name) {
        end();
        item = name;
    }

    void add(Draft draft) {
        if (draft.stated().isBefore(FIRST) || draft.stated().isAfter(LAST)) {
            timeless();
        } else if (ofItem >= limits.maxItemEntries() || all.size() >= limits.maxEntries()) {
            leaveOut();
        } else {
            ofItem++;
            Duration longest = Duration.between(draft.stated(), LAST);
            all.add(draft.length().compareTo(longest) > 0 ? draft.lasting(longest) : draft);
        }
    }

    /** Something is not kept, since a limit is reached. */
    void leaveOut() {
        leftOut++;
    }

    /** Something has no time that could be told. */
    void timeless() {
        timeless++;
    }

    /** Tells what is not there of the piece. */
    void end() {
        if (leftOut > 0) {
            problems.add(
                    item,
                    String.format(
                            Locale.ROOT,
                            "%,d more entries are left out: a timeline holds %,d of one piece of evidence, and %,d of all.",
                            leftOut,
                            limits.maxItemEntries(),
                            limits.maxEntries()));
        }
        if (timeless > 0) {
            problems.add(
                    item,
                    String.format(
                            Locale.ROOT,
                            "%,d %s no time, or none with a time zone, and so %s not in the timeline.",
                            timeless,
                            timeless == 1 ? "entry has" : "entries have",
                            timeless == 1 ? "is" : "are"));
        }
        ofItem = 0;
        leftOut = 0;
        timeless = 0;
    }

    List<Draft> all() {
        return all;
    }
}
