package org.ipsecworkbench.session;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a piece of evidence, as it is called everywhere: {@code packet 17}, {@code lines 12 to 19}, {@code event 5}; or
 * all of it.
 *
 * @param unit what is counted
 * @param first number of the first packet, line or event, from 1; 0 for all
 * @param last number of the last one; equals the first where it is one alone
 */
public record Place(Unit unit, long first, long last) {
    /** What places are counted in. */
    public enum Unit {
        /** Nothing: it is all of the evidence. */
        ALL,
        /** Packets of a capture, in the order of its file. */
        PACKET,
        /** Lines of a file, or of what a command printed. */
        LINE,
        /** Events of a log, or entries of a list of the filtering platform, in the order of its file. */
        EVENT;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All of a piece of evidence. */
    public static final Place ALL = new Place(Unit.ALL, 0, 0);

    private static final Pattern WORDS =
            Pattern.compile("(packet|line|event)s? ([1-9]\\d{0,17})(?: to ([1-9]\\d{0,17}))?");

    /** One that does not exist is none that can be made. */
    public Place {
        if (unit == Unit.ALL ? first != 0 || last != 0 : first < 1 || last < first) {
            throw new IllegalArgumentException(unit + " " + first + " to " + last);
        }
    }

    /** One packet, counted from 1. */
    public static Place packet(long number) {
        return new Place(Unit.PACKET, number, number);
    }

    /** One line, counted from 1. */
    public static Place line(long number) {
        return new Place(Unit.LINE, number, number);
    }

    /** One event, counted from 1. */
    public static Place event(long number) {
        return new Place(Unit.EVENT, number, number);
    }

    /** The place that words name; {@link #ALL} where they name none that this version knows. */
    public static Place of(String words) {
        Matcher matcher = WORDS.matcher(words);
        if (!matcher.matches()) {
            return ALL;
        }
        long first = Long.parseLong(matcher.group(2));
        long last = matcher.group(3) == null ? first : Long.parseLong(matcher.group(3));
        return new Place(Unit.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)), first, Math.max(first, last));
    }

    /** Whether a number is one of its packets, lines or events. */
    public boolean contains(long number) {
        return unit != Unit.ALL && first <= number && number <= last;
    }

    /** What {@link #of} reads: {@code packet 17}, {@code lines 12 to 19}; empty for all. */
    public String words() {
        if (unit == Unit.ALL) {
            return "";
        }
        return first == last ? unit.word() + " " + first : unit.word() + "s " + first + " to " + last;
    }
}
