package org.ipsecworkbench.ike.oakley;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The times of a log. Its stamps have no year: it becomes known by the last line, so that until then a time is a number that
 * {@link #instant} turns into one.
 */
final class LogClock {
    /** A line without a time. */
    static final long NONE = -1;

    private static final long DAY = 86_400_000;

    private final int maxYears;
    private int years;
    private int month;
    private int day;
    private int lastYear;
    private ZoneId zone = ZoneId.of("UTC");

    LogClock(int maxYears) {
        this.maxYears = maxYears;
    }

    /** A copy. */
    LogClock(LogClock other) {
        maxYears = other.maxYears;
        years = other.years;
        month = other.month;
        day = other.day;
    }

    /** The time of a line; times of one day differ by milliseconds. */
    long time(LogLine line) {
        if (line.month != 0 && (line.month != month || line.day != day)) {
            // Back by a month alone is a clock that was set back on a first day.
            if (line.month < month - 1 && years < maxYears) {
                years++;
            }
            month = line.month;
            day = line.day;
        }
        return month == 0 ? NONE : ((years * 12L + month - 1) * 31 + day - 1) * DAY + line.millisOfDay;
    }

    /** Milliseconds between two lines; large where they are of different days, and 0 where one has no time. */
    static long between(long first, long second) {
        return first == NONE || second == NONE ? 0 : Math.abs(second - first);
    }

    /** No more lines come. */
    void end(LocalDate notAfter, ZoneId logZone) {
        zone = logZone;
        lastYear = notAfter.getYear();
        // A day of grace: the file's time may be told in another zone.
        LocalDate latest = notAfter.plusDays(1);
        if (month != 0 && date(lastYear, month, day).isAfter(latest)) {
            lastYear--;
        }
    }

    /** The time of a line; null where it has none. */
    @Nullable
    Instant instant(long time) {
        if (time == NONE) {
            return null;
        }
        long days = time / DAY;
        long months = days / 31;
        int year = lastYear - years + (int) (months / 12);
        return date(year, (int) (months % 12) + 1, (int) (days % 31) + 1)
                .atStartOfDay()
                .plusNanos(time % DAY * 1_000_000)
                .atZone(zone)
                .toInstant();
    }

    private static LocalDate date(int year, int month, int day) {
        return LocalDate.of(year, month, Math.min(day, YearMonth.of(year, month).lengthOfMonth()));
    }
}
