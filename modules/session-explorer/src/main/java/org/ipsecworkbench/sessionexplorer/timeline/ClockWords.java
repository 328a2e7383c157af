package org.ipsecworkbench.sessionexplorer.timeline;

import java.util.List;
import java.util.stream.Collectors;
import org.ipsecworkbench.diagnosis.TimelineClock;
import org.ipsecworkbench.workbench.TimeDisplay;
import org.openide.util.NbBundle.Messages;

/** The time zone, and how far clocks were off, in words. */
@Messages({
    "# {0} - zone",
    "LBL_Zone=Times in {0}. How far a clock was off is taken off its times.",
    "# {0} - clock",
    "# {1} - offset",
    "# {2} - what tells it",
    "LBL_Clock={0}: {1}, {2}.",
    "LBL_NotOff=not off",
    "LBL_NotKnown=not known"
})
final class ClockWords {
    private static final int MAX = 12;

    private ClockWords() {}

    /** The zone, and a line for each clock, as many as there is room for. */
    static String of(List<TimelineClock> clocks) {
        String more = clocks.size() > MAX ? "\n… " + (clocks.size() - MAX) : "";
        return Bundle.LBL_Zone(TimeDisplay.current().zoneName())
                + clocks.stream().limit(MAX).map(clock -> "\n" + of(clock)).collect(Collectors.joining())
                + more;
    }

    private static String of(TimelineClock clock) {
        String offset = !clock.offset().isZero()
                ? EntryColumn.offset(clock.offset())
                : clock.isKnown() ? Bundle.LBL_NotOff() : Bundle.LBL_NotKnown();
        return Bundle.LBL_Clock(clock.name(), offset, clock.basis());
    }
}
