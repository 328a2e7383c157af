package org.ipsecworkbench.ike.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.ipsecworkbench.ike.EventLimits;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.testing.SyntheticEvents;
import org.ipsecworkbench.ike.testing.SyntheticEvt;
import org.ipsecworkbench.ike.testing.SyntheticEvtx;
import org.ipsecworkbench.ike.testing.SyntheticTables;
import org.junit.jupiter.params.provider.MethodSource;

/** Events of any content: binary with checksums made right, XML, tables and text. The seeds are synthetic. */
class EventFuzzTest {
    private static final int CHUNK = 65_536;

    static Stream<byte[]> seeds() {
        List<SyntheticEvents.Event> events = SyntheticEvents.all();
        return Stream.of(
                SyntheticEvtx.log(List.of(events.subList(0, 3), events.subList(12, 20))),
                SyntheticEvt.log(events.subList(0, 6)),
                SyntheticEvents.xml(events.subList(0, 20)).getBytes(StandardCharsets.UTF_8),
                SyntheticTables.viewer("Level,Date and Time,Source,Event ID,Task Category", events.subList(12, 16))
                        .getBytes(StandardCharsets.UTF_8),
                SyntheticTables.powerShell(events.subList(12, 16)).getBytes(StandardCharsets.UTF_8),
                SyntheticTables.logParser(events.subList(0, 8)).getBytes(StandardCharsets.UTF_8),
                SyntheticTables.old(events.subList(0, 8)).getBytes(StandardCharsets.UTF_8),
                SyntheticEvents.xml(events.subList(events.size() - 20, events.size()))
                        .getBytes(StandardCharsets.UTF_8),
                "Log Name: Security\nEvent ID: 4653\nDescription:\nLocal Endpoint:\n\tNetwork Address:\t192.0.2.1\n"
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Reading never throws, is bounded, and gives the same again. */
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void everyFileIsRead(byte[] input) throws IOException {
        byte[] content = input.clone();
        // A fuzzer does not guess a checksum.
        for (int at = 4096; at + CHUNK <= content.length; at += CHUNK) {
            int end = (content[at + 0x30] & 0xff) | (content[at + 0x31] & 0xff) << 8;
            content[at + 0x32] = 0;
            content[at + 0x33] = 0;
            if (end >= 512) {
                SyntheticEvtx.seal(content, at);
            }
        }
        EventsOf found = EventsOf.of(content);
        assertTrue(found.problems().size() <= EventLimits.DEFAULT.maxProblems() + 1, "problems are bounded");
        for (EventRecord event : found.events()) {
            assertTrue(event.fields().size() <= EventLimits.DEFAULT.maxFields() + 1, "fields are bounded");
            Statements.of(Explainer.explain(event));
        }
        assertEquals(found, EventsOf.of(content), "and read alike again");
    }
}
