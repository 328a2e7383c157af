package org.ipsecworkbench.certificateinspector;

import java.time.Duration;
import java.time.Instant;
import org.ipsecworkbench.certificate.Circumstances;
import org.ipsecworkbench.certificate.Expiry;
import org.ipsecworkbench.certificate.Moment;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Tone;
import org.jspecify.annotations.Nullable;

/**
 * How long something is still valid.
 *
 * @param days rounded down; negative where it has ended
 * @param share of its whole life that is left, 0 to 1
 */
record Lifetime(long days, double share) implements Comparable<Lifetime> {
    /** What has no beginning is measured by a year. */
    private static final Duration YEAR = Duration.ofDays(365);

    /** Null where the end is not known. */
    static @Nullable Lifetime of(@Nullable Moment begin, @Nullable Moment end, Instant now) {
        if (end == null) {
            return null;
        }
        Instant from = begin == null ? end.earliest().minus(YEAR) : begin.earliest();
        double whole = Math.max(1, Duration.between(from, end.earliest()).toSeconds());
        double left = Duration.between(now, end.earliest()).toSeconds();
        return new Lifetime(Expiry.days(end, now), Math.max(0, Math.min(1, left / whole)));
    }

    /** For people: {@code 31 days}, {@code ended 2 days ago}. */
    String words() {
        return days >= 0 ? Formats.count(days, "day", "days") : "ended " + Formats.count(-days, "day", "days") + " ago";
    }

    /** Whether it ends so soon that it asks for attention, and has not ended. */
    boolean endsSoon() {
        return days >= 0 && days < Circumstances.WINDOW.toDays();
    }

    /** What its bar is drawn in. */
    Tone tone() {
        return days < 0 ? Tone.CLEAR : endsSoon() ? Tone.UNDECIDABLE : Tone.ENCRYPTED;
    }

    @Override
    public int compareTo(Lifetime other) {
        return Long.compare(days, other.days);
    }
}
