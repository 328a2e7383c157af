package org.ipsecworkbench.session.read;

import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.capture.Problem;

/** Parts of summaries. */
final class Phrases {
    private Phrases() {}

    /** {@code 1 packet}, {@code 1,234 packets}. */
    static String count(long count, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
    }

    /** {@code , 2 problems}; nothing where there are none. */
    static String problems(List<Problem> problems) {
        return problems.isEmpty() ? "" : ", " + count(problems.size(), "problem");
    }
}
