package org.ipsecworkbench.policy;

import java.util.List;
import org.ipsecworkbench.capture.Problem;

/**
 * What reading found, and what could not be read.
 *
 * @param model never better than what was read
 * @param problems what contradicts its format, with the place
 * @param <T> what was read
 */
public record Parsed<T>(T model, List<Problem> problems) {
    /** Copies the list. */
    public Parsed {
        problems = List.copyOf(problems);
    }
}
