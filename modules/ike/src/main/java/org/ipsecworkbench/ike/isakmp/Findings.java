package org.ipsecworkbench.ike.isakmp;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.Problem;

/** What contradicts its specification in one message, and how many payloads it may still have. */
final class Findings {
    private final int maxProblems;
    private int payloads;
    private List<Problem> problems = List.of();

    Findings(int maxPayloads, int maxProblems) {
        payloads = maxPayloads;
        this.maxProblems = maxProblems;
    }

    /** Notes a problem at an offset from the message's first byte. */
    void add(int offset, String what) {
        if (problems.isEmpty()) {
            problems = new ArrayList<>();
        }
        if (problems.size() < maxProblems) {
            problems.add(new Problem("offset " + offset, what));
        }
    }

    /** Whether one more payload may be read; notes it where it may not. */
    boolean oneMore(int offset) {
        if (payloads-- > 0) {
            return true;
        }
        if (payloads == -1) {
            add(offset, "There are too many payloads; what follows is left out.");
        }
        return false;
    }

    /** How many payloads may still be read; negative where one was left out. */
    int left() {
        return payloads;
    }

    /** Counts payloads that were read before, as many as there may still be. */
    void count(int known) {
        payloads -= known;
    }

    List<Problem> problems() {
        return problems;
    }
}
