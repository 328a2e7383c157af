package org.ipsecworkbench.capture.judge;

/**
 * Numbers as people read them in English sentences.
 *
 * <p>Made by hand: a formatter costs a process that has just started a tenth of a second for some hundred pairs.
 */
final class Words {
    private Words() {}

    static String packets(long count) {
        return of(count, "packet");
    }

    /** A number that is not negative, with separators between thousands. */
    static String number(long number) {
        StringBuilder text = new StringBuilder(Long.toString(number));
        for (int at = text.length() - 3; at > 0; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
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
        return number(part) + " of " + packets(whole) + " (" + percent(part / (double) whole) + ")";
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
        return (percent < 10 || percent > 90 ? tenths(percent) : Long.toString(Math.round(percent))) + " %";
    }

    static String seconds(double seconds) {
        return seconds < 10 ? tenths(seconds) + " seconds" : of(Math.round(seconds), "second");
    }

    /** A number that is not negative, with one decimal. */
    private static String tenths(double number) {
        long tenths = Math.round(number * 10);
        return tenths / 10 + "." + tenths % 10;
    }
}
