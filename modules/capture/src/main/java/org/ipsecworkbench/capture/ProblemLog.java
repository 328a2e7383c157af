package org.ipsecworkbench.capture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects problems up to a limit and counts the rest. Safe for use by several threads. */
public final class ProblemLog {
    private final int limit;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Problem> counts = new LinkedHashMap<>();
    private long dropped;
    private @Nullable Problem cutOff;
    private boolean growing;

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

    /**
     * Notes something whose number grows while the file is read; the arguments are those of {@link Problem}. Replaces what
     * was noted for the same place.
     */
    public synchronized void count(String where, String what) {
        if (counts.size() < limit || counts.containsKey(where)) {
            counts.put(where, new Problem(where, what));
        } else {
            dropped++;
        }
    }

    /**
     * Notes that the file ends inside something, which is a problem only as long as nothing is appended; the arguments are
     * those of {@link Problem}. Replaces what was noted before.
     */
    public synchronized void cutOff(String where, String what) {
        cutOff = new Problem(where, what);
    }

    /**
     * Reading goes on behind what was the end of the file.
     *
     * @param more whether the file is followed: until this is called with false, its end is no problem
     */
    public synchronized void goOn(boolean more) {
        cutOff = null;
        growing = more;
    }

    /** The file is not followed any more: what hangs over its end is a problem. */
    public synchronized void end() {
        growing = false;
    }

    /** What the file ends inside now; null where it ends behind something whole. */
    public synchronized @Nullable Problem cutOff() {
        return cutOff;
    }

    /** What was kept, and one more that counts what was not. */
    public synchronized List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(counts.values());
        if (dropped > 0) {
            all.add(new Problem("file", "There are " + dropped + " more problems like these."));
        }
        if (cutOff != null && !growing) {
            all.add(cutOff);
        }
        return List.copyOf(all);
    }
}
