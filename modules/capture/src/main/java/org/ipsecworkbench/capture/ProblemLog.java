package org.ipsecworkbench.capture;

import java.util.ArrayList;
import java.util.List;

/** Collects problems up to a limit and counts the rest. Safe for use by several threads. */
public final class ProblemLog {
    private final int limit;
    private final List<Problem> problems = new ArrayList<>();
    private long dropped;

    /** Keeps at most so many. */
    public ProblemLog(int limit) {
        this.limit = limit;
    }

    /** Adds one; the arguments are those of {@link Problem}. */
    public synchronized void add(String where, String what) {
        if (problems.size() < limit) {
            problems.add(new Problem(where, what));
        } else {
            dropped++;
        }
    }

    /** What was kept, and one more that counts what was not. */
    public synchronized List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems);
        if (dropped > 0) {
            all.add(new Problem("file", "There are " + dropped + " more problems like these."));
        }
        return List.copyOf(all);
    }
}
