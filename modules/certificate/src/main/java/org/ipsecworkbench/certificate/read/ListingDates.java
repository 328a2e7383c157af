package org.ipsecworkbench.certificate.read;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.certificate.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Times of one listing, in whatever regional format its host has. They have no zone, so each is a range of a day; where no date
 * of the listing tells day from month, the range holds both readings.
 */
final class ListingDates {
    /** The zones of the Earth lie between UTC-12 and UTC+14. */
    private static final Duration EAST = Duration.ofHours(14);

    private static final Duration WEST = Duration.ofHours(12);
    private static final int HALF_DAY = 12;

    /** Years of other calendars, as in Thai, begin far behind any certificate's. */
    private static final int MAX_YEAR = 2400;

    private static final int MIN_YEAR = 1900;

    private static final Pattern DATE = Pattern.compile(
            "(?<![\\d.])(\\d{1,4})\\s?([./-])\\s?(\\d{1,2})\\s?[./-]\\s?(\\d{1,4})\\.?"
                    + "(?:,?\\s+(\\p{L}{0,4}[.\\p{L}]{0,4})\\s?(\\d{1,2})[:.h](\\d{2})(?:[:.]\\d{2})?\\s*([\\p{L}.]{0,6}))?");

    private static final Set<String> BEFORE_NOON = Set.of("am", "a.m.", "上午", "오전", "πμ", "π.μ.", "ص");
    private static final Set<String> AFTER_NOON = Set.of("pm", "p.m.", "下午", "오후", "μμ", "μ.μ.", "م");

    /** Which of the first two numbers is the month. */
    private enum Order {
        MONTH_FIRST,
        DAY_FIRST,
        OPEN
    }

    private final Order order;

    /** Looks through all dates of a listing for one that tells. */
    ListingDates(List<String> lines) {
        boolean isDayFirst = false;
        boolean isMonthFirst = false;
        for (String line : lines) {
            if (!line.contains(":")) {
                continue;
            }
            Matcher date = DATE.matcher(line.substring(line.indexOf(':') + 1).strip());
            if (!date.lookingAt() || date.group(1).length() > 2 || date.group(6) == null) {
                continue;
            }
            isDayFirst |=
                    Integer.parseInt(date.group(1)) > HALF_DAY || date.group(2).equals(".");
            isMonthFirst |= Integer.parseInt(date.group(3)) > HALF_DAY;
        }
        order = isDayFirst == isMonthFirst ? Order.OPEN : isDayFirst ? Order.DAY_FIRST : Order.MONTH_FIRST;
    }

    private static String word(@Nullable String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }

    /** The time at the beginning of a text; null where there is none that can be told. */
    @Nullable
    Moment read(String text) {
        Matcher date = DATE.matcher(text.strip());
        if (!date.lookingAt()) {
            return null;
        }
        int first = Integer.parseInt(date.group(1));
        int second = Integer.parseInt(date.group(3));
        int third = Integer.parseInt(date.group(4));
        List<LocalDateTime> readings = new ArrayList<>();
        if (date.group(1).length() > 2) {
            add(readings, first, second, third, date);
        } else {
            int year = date.group(4).length() > 2 ? third : 2000 + third;
            if (order != Order.MONTH_FIRST) {
                add(readings, year, second, first, date);
            }
            if (order != Order.DAY_FIRST) {
                add(readings, year, first, second, date);
            }
        }
        if (readings.isEmpty()) {
            return null;
        }
        LocalDateTime earliest = readings.get(0);
        LocalDateTime latest = readings.get(0);
        for (LocalDateTime reading : readings) {
            earliest = reading.isBefore(earliest) ? reading : earliest;
            latest = reading.isAfter(latest) ? reading : latest;
        }
        return new Moment(instant(earliest).minus(EAST), instant(latest).plus(WEST));
    }

    private static Instant instant(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }

    private static void add(List<LocalDateTime> readings, int year, int month, int day, Matcher date) {
        if (year < MIN_YEAR || year > MAX_YEAR) {
            return;
        }
        int hour = date.group(6) == null ? 0 : Integer.parseInt(date.group(6));
        int minute = date.group(7) == null ? 0 : Integer.parseInt(date.group(7));
        String half = word(date.group(8)).isEmpty() ? word(date.group(5)) : word(date.group(8));
        try {
            if (half.isEmpty() || hour > HALF_DAY) {
                readings.add(LocalDateTime.of(year, month, day, hour, minute));
                return;
            }
            boolean isAfterNoon = AFTER_NOON.contains(half);
            if (!isAfterNoon) {
                readings.add(LocalDateTime.of(year, month, day, hour % HALF_DAY, minute));
            }
            if (!BEFORE_NOON.contains(half)) {
                readings.add(LocalDateTime.of(year, month, day, hour % HALF_DAY + HALF_DAY, minute));
            }
        } catch (DateTimeException e) {
            // No such day: then it is the other reading, or no date at all.
            return;
        }
    }
}
