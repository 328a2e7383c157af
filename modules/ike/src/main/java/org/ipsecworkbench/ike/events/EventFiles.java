package org.ipsecworkbench.ike.events;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.EventLimits;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.negotiate.StatedNegotiations;
import org.ipsecworkbench.ike.negotiate.Statement;
import org.ipsecworkbench.ike.xml.MonitoredInput;
import org.ipsecworkbench.ike.xml.TextInput;

/** Reads files of events in any of the forms. */
public final class EventFiles {
    private EventFiles() {}

    /** The events of a file, explained, and what they add up to. */
    public static IkeReport read(
            Path file,
            Source source,
            EventLimits limits,
            IkeLimits ikeLimits,
            ScanMonitor monitor,
            Consumer<ExplainedEvent> next)
            throws IOException {
        try (InputStream in = MonitoredInput.open(file, monitor)) {
            return read(in, source, limits, ikeLimits, next);
        }
    }

    /** The same of what is read from elsewhere. */
    public static IkeReport read(
            InputStream in, Source source, EventLimits limits, IkeLimits ikeLimits, Consumer<ExplainedEvent> next)
            throws IOException {
        ProblemLog problems = new ProblemLog(limits.maxProblems());
        StatedNegotiations negotiations = new StatedNegotiations(ikeLimits);
        long[] count = new long[1];
        read(in, source, limits, problems, event -> {
            count[0]++;
            ExplainedEvent explained = Explainer.explain(event);
            next.accept(explained);
            Statement statement = Statements.of(explained);
            if (statement != null) {
                negotiations.add(statement);
            }
        });
        return new IkeReport(source, count[0], negotiations.negotiations(source, problems), problems.problems());
    }

    /** The events alone, in the order of the input. */
    static void read(InputStream in, Source source, EventLimits limits, ProblemLog problems, Consumer<EventRecord> next)
            throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in, EventForm.HEAD);
        bytes.mark(EventForm.HEAD);
        EventForm form = EventForm.of(bytes.readNBytes(EventForm.HEAD - 1));
        bytes.reset();
        switch (form) {
            case EVTX -> EvtxFile.read(bytes, source, limits, problems, next);
            case EVT -> EvtFile.read(bytes, source, limits, problems, next);
            case XML -> XmlEvents.read(TextInput.reader(bytes), source, limits, problems, next);
            case CSV -> CsvEvents.read(TextInput.reader(bytes), source, limits, problems, next);
            case TEXT -> TextEvents.read(TextInput.reader(bytes), source, limits, problems, next);
            case NONE -> problems.add("file", "There are no events in a form that is known here.");
        }
    }
}
