package org.ipsecworkbench.ike;

import java.util.List;

/**
 * What an Oakley.log says.
 *
 * @param report the negotiations; {@code messages} are those that the log says were sent or received
 * @param lines how many lines it has, blank ones too
 * @param outside lines that belong to no negotiation, in order, bounded by {@link OakleyLimits#maxOutside}
 * @param droppedOutside how many further ones there are
 */
public record OakleyReport(IkeReport report, long lines, List<Line> outside, long droppedOutside) {
    /** Keeps a copy of the lines. */
    public OakleyReport {
        outside = List.copyOf(outside);
    }

    /**
     * A line, or several that belong together.
     *
     * @param evidence where
     * @param text the first one without its stamp, shortened to {@link OakleyLimits#maxText}
     */
    public record Line(Evidence evidence, String text) {}
}
