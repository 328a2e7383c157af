package org.ipsecworkbench.commandline;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.Problem;

/** Problems of a file as lines of text, the first of them; the form for programs lists all. */
final class ProblemLines {
    private static final int MAX_PROBLEMS = 10;

    private ProblemLines() {}

    static List<String> of(List<Problem> problems) {
        List<String> lines = new ArrayList<>();
        problems.stream()
                .limit(MAX_PROBLEMS)
                .forEach(problem -> lines.add("  Problem at " + problem.where() + ": " + problem.what()));
        if (problems.size() > MAX_PROBLEMS) {
            lines.add("  and " + (problems.size() - MAX_PROBLEMS) + " more problems (--format json lists them)");
        }
        return lines;
    }
}
