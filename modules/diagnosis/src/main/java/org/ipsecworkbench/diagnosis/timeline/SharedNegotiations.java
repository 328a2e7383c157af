package org.ipsecworkbench.diagnosis.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.diagnosis.timeline.Clocks.Strength;
import org.ipsecworkbench.ike.ClockDifference;
import org.ipsecworkbench.ike.IkeReport;

/** Negotiations that several sources tell of, by which their clocks are compared. */
final class SharedNegotiations {
    private final int limit;
    private final List<String> keys = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<IkeReport> reports = new ArrayList<>();

    /** Keeps so many of each source. */
    SharedNegotiations(int limit) {
        this.limit = limit;
    }

    void add(String clock, String name, IkeReport report) {
        if (!report.negotiations().isEmpty()) {
            keys.add(clock);
            names.add(name);
            reports.add(new IkeReport(
                    report.source(),
                    report.messages(),
                    report.negotiations().stream().limit(limit).toList(),
                    List.of()));
        }
    }

    void link(Clocks clocks) {
        for (ClockDifference one : ClockDifference.of(reports)) {
            String rests = String.format(
                    Locale.ROOT,
                    "by %,d %s that it has in common with ",
                    one.common(),
                    (one.isByMessages() ? "message" : "SA") + (one.common() == 1 ? "" : "s"));
            clocks.link(
                    keys.get(one.first()),
                    keys.get(one.second()),
                    one.offset(),
                    one.isByMessages() ? Strength.MESSAGES : Strength.SAS,
                    rests + names.get(one.first()),
                    rests + names.get(one.second()));
        }
    }
}
