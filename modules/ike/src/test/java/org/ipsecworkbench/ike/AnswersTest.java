package org.ipsecworkbench.ike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What hosts answered is read like files; the inputs are made up here, after the schema of net events and of event 4653. */
class AnswersTest {
    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void netEventsAreRead() throws IOException {
        IkeReport report = IkeWfp.read(
                bytes("<netEvents numItems=\"1\"><item><header><localAddrV4>192.0.2.1</localAddrV4>"
                        + "<remoteAddrV4>192.0.2.2</remoteAddrV4></header>"
                        + "<type>FWPM_NET_EVENT_TYPE_IKEEXT_MM_FAILURE</type>"
                        + "<ikeMmFailure><failureErrorCode>13868</failureErrorCode></ikeMmFailure></item></netEvents>"),
                new Source("answer", Source.Kind.WFP),
                EventLimits.DEFAULT,
                IkeLimits.DEFAULT,
                event -> {});
        assertEquals(List.of(), report.problems());
        Failure failure = report.negotiations().get(0).failure();
        assertNotNull(failure);
        assertEquals(FailureClass.PROPOSAL, failure.failureClass());
    }

    @Test
    void eventsAreRead() throws IOException {
        List<ExplainedEvent> events = new ArrayList<>();
        IkeReport report = IkeEvents.read(
                bytes("<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
                        + "<Provider Name='Microsoft-Windows-Security-Auditing'/><EventID>4653</EventID></System>"
                        + "<EventData><Data Name='FailureReason'>Policy match error</Data></EventData></Event>"),
                new Source("answer", Source.Kind.EVENTS),
                EventLimits.DEFAULT,
                IkeLimits.DEFAULT,
                events::add);
        assertEquals(1, report.messages());
        Failure failure = events.get(0).failure();
        assertNotNull(failure);
        assertEquals(FailureClass.PROPOSAL, failure.failureClass());
    }
}
