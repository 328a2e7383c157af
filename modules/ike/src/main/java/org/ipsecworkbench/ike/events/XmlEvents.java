package org.ipsecworkbench.ike.events;

import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.ike.EventLimits;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.xml.XmlFragments;

/** Reads events from XML as {@code wevtutil qe}, Event Viewer and event collectors write it. */
final class XmlEvents {
    private XmlEvents() {}

    static void read(Reader in, Source source, EventLimits limits, ProblemLog problems, Consumer<EventRecord> next)
            throws IOException {
        EventAssembler[] assembler = new EventAssembler[1];
        assembler[0] = new EventAssembler(source, limits, event -> {
            if (assembler[0].isCut()) {
                problems.add(event.evidence().label(), "The event has more or longer values than are kept.");
            }
            next.accept(event);
        });
        XmlFragments.read(in, limits, problems, assembler[0]);
        if (assembler[0].finish()) {
            problems.add(
                    "line " + assembler[0].line(), "The event that begins here is not whole; what is there was read.");
        }
    }
}
