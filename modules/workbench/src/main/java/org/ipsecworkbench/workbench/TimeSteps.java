package org.ipsecworkbench.workbench;

import java.util.function.LongPredicate;

/** Lengths of time that people count in: one, two and five of a unit, quarters of an hour, days, weeks. For any thread. */
public final class TimeSteps {
    private static final long[] MILLIS = {
        1,
        2,
        5,
        10,
        20,
        50,
        100,
        200,
        500,
        1000,
        2000,
        5000,
        10_000,
        15_000,
        30_000,
        60_000,
        120_000,
        300_000,
        600_000,
        900_000,
        1_800_000,
        3_600_000,
        7_200_000,
        10_800_000,
        21_600_000,
        43_200_000,
        86_400_000,
        604_800_000
    };

    private TimeSteps() {}

    /**
     * The shortest that fits, for bins of a chart or ticks of its axis.
     *
     * @param fits whether there is room for steps of so many milliseconds; true of every longer one once it is true, and of one of
     *     2^62 ms at the latest
     * @return milliseconds: from one to a week, then weeks doubled
     */
    public static long shortest(LongPredicate fits) {
        for (long step : MILLIS) {
            if (fits.test(step)) {
                return step;
            }
        }
        long step = MILLIS[MILLIS.length - 1];
        while (!fits.test(step)) {
            step *= 2;
        }
        return step;
    }
}
