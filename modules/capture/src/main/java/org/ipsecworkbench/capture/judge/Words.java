package org.ipsecworkbench.capture.judge;

import java.util.Locale;

/** Numbers as people read them in English sentences. */
final class Words {
    private Words() {}

    static String packets(long count) {
        return of(count, "packet");
    }

    /** With separators between thousands. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String of(long count, String thing) {
        return number(count) + " " + thing + (count == 1 ? "" : "s");
    }

    /** What so many packets do: {@code does not count}, {@code do not count}. */
    static String notCounting(long count) {
        return count == 1 ? "does not count" : "do not count";
    }

    static String share(long part, long whole) {
        if (part == whole) {
            return "All " + packets(whole);
        }
        return String.format(Locale.ROOT, "%,d of ", part) + packets(whole) + " (" + percent(part / (double) whole)
                + ")";
    }

    /** Never rounds up to 100 or down to 0. */
    static String percent(double share) {
        double percent = share * 100;
        if (percent == 0 || percent >= 100) {
            return percent == 0 ? "0 %" : "100 %";
        }
        if (percent < 0.1) {
            return "less than 0.1 %";
        }
        if (percent > 99.9) {
            return "more than 99.9 %";
        }
        return String.format(Locale.ROOT, percent < 10 || percent > 90 ? "%.1f %%" : "%.0f %%", percent);
    }

    static String seconds(double seconds) {
        return seconds < 10 ? String.format(Locale.ROOT, "%.1f seconds", seconds) : of(Math.round(seconds), "second");
    }
}
