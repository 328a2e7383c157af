package org.ipsecworkbench.ike;

import java.time.Duration;
import java.util.List;
import org.ipsecworkbench.ike.merge.ClockDifferences;

/**
 * How far the clock of one source was ahead of that of another one, by the negotiations that both tell of.
 *
 * @param first position of a report in the list that was given
 * @param second position of a later one
 * @param offset to take off the second source's times to have those of the first one; negative where its clock was behind
 * @param common how many messages or SAs it rests on
 * @param isByMessages whether those were messages, which tell it to some 0.1 s; else SAs, which tell it to some 1 s
 */
public record ClockDifference(int first, int second, Duration offset, int common, boolean isByMessages) {
    /**
     * Of each report to the first one with which it shares a negotiation; the same negotiation is told by its cookies, or else by
     * the SPIs of its SAs. The offset is the median over what is common, so that a delayed message does not move it.
     *
     * @param reports of different clocks
     */
    public static List<ClockDifference> of(List<IkeReport> reports) {
        return ClockDifferences.of(reports);
    }
}
