package org.ipsecworkbench.ikelogbrowser.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Picks bars of a timeline one after the other, as keys do: from one that is not empty to the next, or a range of them. */
final class BarPicker {
    /**
     * What is picked.
     *
     * @param from the beginning of its first bar
     * @param to the last moment of its last one
     */
    record Range(Instant from, Instant to) {}

    /** Where picking began, and where it is; -1 where nothing is picked. */
    private int anchor = -1;

    private int cursor = -1;

    /** The next one begins anew. */
    void reset() {
        anchor = -1;
        cursor = -1;
    }

    /**
     * Goes on to the next bar that is not empty; the first one is that at the end where it comes from.
     *
     * @param by 1 for later, -1 for earlier
     * @param widens whether those before stay picked
     * @return null where there is no further one
     */
    @Nullable
    Range move(OutcomeBins bins, int by, boolean widens) {
        int next = cursor < 0 ? (by > 0 ? 0 : bins.bins() - 1) : cursor + by;
        while (next >= 0 && next < bins.bins() && bins.total(next) == 0) {
            next += by;
        }
        if (next < 0 || next >= bins.bins()) {
            return null;
        }
        cursor = next;
        anchor = widens && anchor >= 0 ? anchor : next;
        return new Range(
                bins.startOf(Math.min(anchor, cursor)),
                bins.startOf(Math.max(anchor, cursor) + 1).minusNanos(1));
    }
}
