package org.ipsecworkbench.ike;

import java.util.List;
import org.ipsecworkbench.capture.Problem;

/**
 * What one source says of key negotiations.
 *
 * @param source the file
 * @param messages how many messages it holds
 * @param negotiations by the time of their first step
 * @param problems what could not be read, bounded by {@link IkeLimits#maxProblems}
 */
public record IkeReport(Source source, long messages, List<Negotiation> negotiations, List<Problem> problems) {
    /** Keeps copies of the lists. */
    public IkeReport {
        negotiations = List.copyOf(negotiations);
        problems = List.copyOf(problems);
    }
}
