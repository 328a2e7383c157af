package org.ipsecworkbench.ike.events;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.EventLimits;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.IkeEvents;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.Source;

/** What was read of an input. */
record EventsOf(List<EventRecord> events, List<Problem> problems) {
    static final Source SOURCE = new Source("test", Source.Kind.EVENTS);

    static EventsOf of(byte[] input) throws IOException {
        List<EventRecord> events = new ArrayList<>();
        ProblemLog problems = new ProblemLog(EventLimits.DEFAULT.maxProblems());
        EventFiles.read(new ByteArrayInputStream(input), SOURCE, EventLimits.DEFAULT, problems, events::add);
        return new EventsOf(events, problems.problems());
    }

    static EventsOf of(String input) throws IOException {
        return of(input.getBytes(StandardCharsets.UTF_8));
    }

    static IkeReport report(String input) throws IOException {
        Path file = Files.createTempFile("ipsecwb-", ".test");
        try {
            Files.writeString(file, input);
            return IkeEvents.read(file, SOURCE, EventLimits.DEFAULT, IkeLimits.DEFAULT, ScanMonitor.NONE, event -> {});
        } finally {
            Files.delete(file);
        }
    }
}
