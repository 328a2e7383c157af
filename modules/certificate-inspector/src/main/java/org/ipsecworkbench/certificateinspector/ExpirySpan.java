package org.ipsecworkbench.certificateinspector;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.openide.util.NbBundle.Messages;

/** Which times the chart of what ends shows. */
@Messages({"CTL_Quarter=Next 90 days", "CTL_Year=Next 12 months", "CTL_FiveYears=Next 5 years", "CTL_AllTimes=All"})
enum ExpirySpan {
    QUARTER(Bundle.CTL_Quarter(), 90),
    YEAR(Bundle.CTL_Year(), 366),
    FIVE_YEARS(Bundle.CTL_FiveYears(), 5 * 366),
    ALL(Bundle.CTL_AllTimes(), 0);

    /** What has just ended is seen, too. */
    private static final double PAST = 0.08;

    private final String label;
    private final int days;

    ExpirySpan(String label, int days) {
        this.label = label;
        this.days = days;
    }

    /**
     * Times.
     *
     * @param to after from
     */
    record Range(Instant from, Instant to) {
        boolean has(Instant time) {
            return !time.isBefore(from) && !time.isAfter(to);
        }
    }

    /** From when to when. */
    Range range(Instant now, List<ExpiryRow> rows) {
        if (this != ALL || rows.isEmpty()) {
            Duration whole = Duration.ofDays(days == 0 ? FIVE_YEARS.days : days);
            return new Range(now.minusSeconds((long) (whole.toSeconds() * PAST)), now.plus(whole));
        }
        Instant first = rows.get(0).end().isBefore(now) ? rows.get(0).end() : now;
        Instant last = rows.get(rows.size() - 1).end().isAfter(now)
                ? rows.get(rows.size() - 1).end()
                : now;
        Duration margin = Duration.ofSeconds(Math.max(Duration.ofDays(1).toSeconds(), (long)
                (Duration.between(first, last).toSeconds() * PAST)));
        return new Range(first.minus(margin), last.plus(margin));
    }

    @Override
    public String toString() {
        return label;
    }
}
