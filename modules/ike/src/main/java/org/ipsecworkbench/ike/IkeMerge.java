package org.ipsecworkbench.ike;

import java.util.List;
import org.ipsecworkbench.ike.merge.Merging;

/** Puts together what several sources say of the same negotiation. */
public final class IkeMerge {
    private IkeMerge() {}

    /**
     * Moves each negotiation of a later report into the first one that has a negotiation with the same cookies or, where one
     * of them does not say its cookies, with SAs of the same SPIs, as long as it is not the same source: two captures stay
     * apart, logs and events join them.
     *
     * <p>Of a merged negotiation each step keeps its evidence, messages that both sources tell of are one step, and times are
     * those of the first source: how far the other one's clock is off is estimated from the messages that both have, or else
     * from the SAs, and a note says so. An outcome that was seen goes before one that was not, and of two failures the one
     * that {@linkplain Failure#outranks outranks} the other.
     *
     * @param reports in the order of preference: captures first
     * @return as many reports, in the same order
     */
    public static List<IkeReport> merge(List<IkeReport> reports) {
        return Merging.merge(reports);
    }
}
