package org.ipsecworkbench.lab.model;

import java.util.List;

/**
 * What an old policy does with the traffic of a filter list.
 *
 * @param acceptsClear whether traffic in clear that comes in is accepted and answered with IPsec ({@code inpass})
 * @param fallsBack whether it talks in clear with who has no IPsec ({@code soft})
 */
public record FilterAction(
        String name,
        String description,
        Kind kind,
        boolean acceptsClear,
        boolean fallsBack,
        boolean hasPfs,
        List<QuickModeOffer> offers) {

    /** The three things that can be done. */
    public enum Kind {
        PERMIT,
        BLOCK,
        NEGOTIATE
    }

    public FilterAction {
        offers = List.copyOf(offers);
    }
}
