package org.ipsecworkbench.certificate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A time as a source tells it: exact in a certificate, a range in a listing, which has no zone and may leave open which number
 * is the month.
 *
 * @param earliest not after the latest
 * @param latest the same where it is exact
 */
public record Moment(Instant earliest, Instant latest) {
    private static final Duration ABOUT_A_DAY = Duration.ofDays(2);

    /** Refuses a range that ends before it begins. */
    public Moment {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException(latest + " is before " + earliest);
        }
    }

    /** An exact time. */
    public static Moment exact(Instant time) {
        return new Moment(time, time);
    }

    /** Whether it is one time, not a range. */
    public boolean isExact() {
        return earliest.equals(latest);
    }

    /** Whether it is surely before that time. */
    public boolean isBefore(Instant time) {
        return latest.isBefore(time);
    }

    /** Whether it is surely after that time. */
    public boolean isAfter(Instant time) {
        return earliest.isAfter(time);
    }

    /** For people: the time in UTC; about which day; or the two days between which it lies. */
    public String label() {
        if (isExact()) {
            return earliest.toString();
        }
        Duration range = Duration.between(earliest, latest);
        return range.compareTo(ABOUT_A_DAY) <= 0
                ? "about " + day(earliest.plus(range.dividedBy(2)))
                : "between " + day(earliest) + " and " + day(latest);
    }

    private static LocalDate day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
