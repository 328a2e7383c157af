package org.ipsecworkbench.captureviewer.coverage;

import java.time.Instant;
import org.ipsecworkbench.captureviewer.PairKey;
import org.ipsecworkbench.captureviewer.filter.FilterTexts;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.TimeDisplay;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/**
 * What was picked in the charts: a pair, a time range, both or nothing.
 *
 * @param pair the pair; null for all
 * @param from when the range begins; null for all times
 * @param to when it ends
 */
@Messages({
    "# {0} - from",
    "# {1} - to",
    "# {2} - time zone",
    "LBL_Between={0} to {1} {2}",
    "# {0} - pair",
    "# {1} - times",
    "LBL_PairBetween={0}, {1}"
})
record ChartFilter(
        @Nullable PairKey pair,
        @Nullable Instant from,
        @Nullable Instant to) {
    /** Nothing was picked. */
    static final ChartFilter NONE = new ChartFilter(null, null, null);

    ChartFilter with(PairKey newPair) {
        return new ChartFilter(newPair, from, to);
    }

    ChartFilter between(@Nullable Instant newFrom, @Nullable Instant newTo) {
        return new ChartFilter(pair, newFrom, newTo);
    }

    boolean isNone() {
        return pair == null && from == null;
    }

    /** As a display filter; times count from the first packet. */
    String text(@Nullable Instant first) {
        String ofPair = pair == null ? "" : FilterTexts.pair(pair);
        String ofTimes = from == null || to == null || first == null ? "" : FilterTexts.times(first, from, to);
        return FilterTexts.both(ofPair, ofTimes);
    }

    /** In words. */
    String words() {
        String times = from == null || to == null
                ? ""
                : Bundle.LBL_Between(
                        Formats.clock(from),
                        Formats.clock(to),
                        TimeDisplay.current().zoneName());
        if (pair == null) {
            return times;
        }
        return times.isEmpty() ? pair.label() : Bundle.LBL_PairBetween(pair.label(), times);
    }
}
