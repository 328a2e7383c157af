package org.ipsecworkbench.workbench;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How values are written for people, everywhere the same. In English; times in the zone of {@link TimeDisplay}. Safe for
 * every thread.
 */
public final class Formats {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("'UTC'xxx", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final String[] BYTES = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
    private static final String[] PLAIN = {"", " k", " M", " G", " T", " P", " E"};

    private Formats() {}

    /** A count with thousands separators: {@code 1,204,331}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A count and its noun, {@code 1 packet} or {@code 2 packets}. */
    public static String count(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }

    /** A size with decimal prefixes and three digits: {@code 999 B}, {@code 1.20 MB}. */
    public static String bytes(double bytes) {
        return scaled(bytes, BYTES, " ");
    }

    /** A number with decimal prefixes and three digits: {@code 999}, {@code 1.20 M}. */
    public static String brief(double number) {
        return scaled(number, PLAIN, "");
    }

    /** As {@link #brief} without zeros after the point, for the ticks of an axis: {@code 5 k}, {@code 2.5 k}. */
    public static String tick(double number) {
        String text = brief(number);
        int end = text.indexOf(' ') < 0 ? text.length() : text.indexOf(' ');
        int keep = end;
        if (text.lastIndexOf('.', end) >= 0) {
            while (text.charAt(keep - 1) == '0') {
                keep--;
            }
            if (text.charAt(keep - 1) == '.') {
                keep--;
            }
        }
        return text.substring(0, keep) + text.substring(end);
    }

    private static String scaled(double number, String[] units, String gap) {
        int unit = 0;
        double value = number;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        int digits = value == Math.rint(value) && unit == 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + digits + "f%s%s", value, gap, units[unit]);
    }

    /**
     * A share of 0 to 1 in percent with one digit: {@code 62.3 %}. Never rounded to nothing or to all: a little is
     * {@code <0.1 %} and nearly all is {@code >99.9 %}.
     */
    public static String share(double share) {
        return percent(share) + " %";
    }

    /** As {@link #share}, without the sign, for a column that has it in its header. */
    public static String percent(double share) {
        if (share > 0 && share < 0.0005) {
            return "<0.1";
        }
        if (share < 1 && share >= 0.9995) {
            return ">99.9";
        }
        return share == 0 || share == 1
                ? String.format(Locale.ROOT, "%.0f", share * 100)
                : String.format(Locale.ROOT, "%.1f", share * 100);
    }

    /** A length of time with the two units that matter: {@code 2 h 03 min}, {@code 10.1 s}, {@code 12 ms}. */
    public static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds >= 86_400) {
            return String.format(Locale.ROOT, "%d d %02d h", seconds / 86_400, seconds / 3600 % 24);
        }
        if (seconds >= 3600) {
            return String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
        }
        if (seconds >= 60) {
            return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
        }
        double nanos = duration.toNanos();
        if (nanos >= 1e9) {
            return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
        }
        if (nanos >= 1e6) {
            return String.format(Locale.ROOT, "%.0f ms", nanos / 1e6);
        }
        return String.format(Locale.ROOT, "%.0f µs", nanos / 1e3);
    }

    /** Seconds between two times with microseconds: {@code 12.345678}; negative where the second is earlier. */
    public static String seconds(Instant from, Instant to) {
        Duration between = Duration.between(from, to);
        return String.format(Locale.ROOT, "%.6f", between.getSeconds() + between.getNano() / 1e9);
    }

    /** A moment with microseconds and its zone: {@code 2026-11-23 14:03:12.123456 UTC}, or {@code UTC+01:00}. */
    public static String time(Instant time) {
        ZoneId zone = zone();
        return moment(time) + " " + (zone.equals(ZoneOffset.UTC) ? "UTC" : OFFSET.format(time.atZone(zone)));
    }

    /** A moment with microseconds, where the zone stands beside it: {@code 2026-11-23 14:03:12.123456}. */
    public static String moment(Instant time) {
        return MOMENT.format(time.atZone(zone()));
    }

    /** The time of day with milliseconds: {@code 14:03:12.123}. */
    public static String clock(Instant time) {
        return CLOCK.format(time.atZone(zone()));
    }

    /** The day: {@code 2026-11-23}. */
    public static String date(Instant time) {
        return DATE.format(time.atZone(zone()));
    }

    private static ZoneId zone() {
        return TimeDisplay.current().zone();
    }

    /** A text in at most so many characters, cut in the middle, where file names and addresses differ least. */
    public static String abbreviate(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        if (length < 2) {
            return length < 1 ? "" : "…";
        }
        int tail = (length - 1) / 2;
        return text.substring(0, length - 1 - tail) + "…" + text.substring(text.length() - tail);
    }

    /** A text in which HTML means nothing, for tooltips that are HTML. */
    public static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
