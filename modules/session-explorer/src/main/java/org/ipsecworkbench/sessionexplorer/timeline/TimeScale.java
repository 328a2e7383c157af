package org.ipsecworkbench.sessionexplorer.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.diagnosis.TimelineEntry;
import org.ipsecworkbench.workbench.TimeSteps;

/**
 * Which times the lanes show, from left to right.
 *
 * @param from at the left edge, in milliseconds since 1970
 * @param to at the right edge; later than {@code from}
 */
record TimeScale(long from, long to) {
    /** Less is never shown: evidence tells no shorter times apart. */
    private static final long MIN_MILLIS = 10;

    /** Widens what is too short. */
    TimeScale {
        if (to - from < MIN_MILLIS) {
            from -= MIN_MILLIS / 2;
            to = from + MIN_MILLIS;
        }
    }

    /** What has room for all entries, with some at both sides. */
    static TimeScale of(List<TimelineEntry> entries) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (TimelineEntry entry : entries) {
            first = Math.min(first, entry.time().toEpochMilli());
            last = Math.max(last, entry.end().toEpochMilli());
        }
        if (last < first) {
            return new TimeScale(0, MIN_MILLIS);
        }
        long room = Math.max(MIN_MILLIS, (last - first) / 50);
        return new TimeScale(first - room, last + room);
    }

    long length() {
        return to - from;
    }

    /** Where a time is, in pixels from the left; far outside for a time that is not shown. */
    double x(long millis, int width) {
        return (millis - from) / (double) length() * width;
    }

    long millis(double x, int width) {
        return from + Math.round(x / Math.max(1, width) * length());
    }

    boolean shows(long begin, long end) {
        return begin <= to && end >= from;
    }

    /** Closer by a factor below 1, or from farther away, around a time; never more than all. */
    TimeScale zoomed(double factor, long around, TimeScale all) {
        double share = Math.min(1, Math.max(0, (around - from) / (double) length()));
        long wanted = Math.max(MIN_MILLIS, (long) Math.min(all.length(), length() * factor));
        long begin = around - (long) (share * wanted);
        return new TimeScale(begin, begin + wanted).inside(all);
    }

    /** Moved by a share of what is shown. */
    TimeScale moved(double share, TimeScale all) {
        long by = (long) (length() * share);
        return new TimeScale(from + by, to + by).inside(all);
    }

    private TimeScale inside(TimeScale all) {
        long begin = Math.max(all.from, Math.min(from, all.to - length()));
        return new TimeScale(begin, begin + length());
    }

    /** Times with a tick, at whole seconds, minutes or hours of the zone, at most one for so many pixels. */
    List<Instant> ticks(int width, int pixels, ZoneId zone) {
        int atMost = Math.max(1, width / pixels);
        long step = TimeSteps.shortest(one -> length() / one <= atMost);
        long shift = zone.getRules().getOffset(Instant.ofEpochMilli(from)).getTotalSeconds() * 1000L;
        List<Instant> ticks = new ArrayList<>();
        for (long tick = Math.floorDiv(from + shift - 1, step) * step + step - shift; tick <= to; tick += step) {
            ticks.add(Instant.ofEpochMilli(tick));
        }
        return ticks;
    }

    Duration duration() {
        return Duration.ofMillis(length());
    }
}
