package org.ipsecworkbench.ike.events;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.testing.SyntheticEvents;
import org.ipsecworkbench.ike.testing.SyntheticEvt;
import org.ipsecworkbench.ike.testing.SyntheticEvtx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event ID and version, synthetic, in both forms. */
class EventTableTest {
    static Stream<SyntheticEvents.Event> all() {
        return SyntheticEvents.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isReadAlikeFromXmlAndFromABinaryLogAndExplained(SyntheticEvents.Event event) throws IOException {
        EventsOf xml = EventsOf.of(SyntheticEvents.xml(List.of(event)));
        EventsOf binary = EventsOf.of(SyntheticEvtx.log(List.of(List.of(event, event))));
        assertEquals(List.of(), xml.problems());
        assertEquals(List.of(), binary.problems());
        assertEquals(2, binary.events().size());
        EventRecord one = xml.events().get(0);
        EventRecord second = binary.events().get(1);
        assertAll(
                () -> assertEquals(event.id(), one.id()),
                () -> assertEquals(event.values().keySet().stream().toList(), names(one)),
                () -> assertEquals(one.fields(), binary.events().get(0).fields()),
                () -> assertEquals(one.fields(), second.fields()),
                () -> assertEquals(2, second.number()),
                () -> assertNotNull(second.time()),
                () -> assertEquals(one.computer(), second.computer()),
                () -> assertFalse(Explainer.explain(one).meaning().isEmpty()));
    }

    private static List<String> names(EventRecord event) {
        return event.fields().stream().map(EventRecord.Field::name).toList();
    }

    @Test
    void everyFailureHasANextStep() throws IOException {
        for (SyntheticEvents.Event event : SyntheticEvents.all()) {
            ExplainedEvent explained = Explainer.explain(
                    EventsOf.of(SyntheticEvents.xml(List.of(event))).events().get(0));
            if (explained.failure() != null) {
                assertFalse(explained.failure().nextStep().isEmpty(), event.toString());
            }
        }
    }

    @Test
    void damageCostsAChunkOrAnEventAndIsTold() throws IOException {
        List<SyntheticEvents.Event> few = SyntheticEvents.all().subList(11, 15);
        byte[] log = SyntheticEvtx.log(List.of(few, few, few));
        log[4096 + 65_536 + 4000] ^= 1;
        EventsOf damaged = EventsOf.of(log);
        assertEquals(8, damaged.events().size());
        assertEquals(1, damaged.problems().size());
        assertTrue(
                damaged.problems().get(0).what().contains("checksum"),
                damaged.problems().toString());

        byte[] broken = SyntheticEvtx.log(List.of(few));
        // The first token of the first event.
        broken[4096 + 512 + 24] = 0x3f;
        SyntheticEvtx.seal(broken, 4096);
        EventsOf rest = EventsOf.of(broken);
        assertEquals(1, rest.problems().size());
        assertTrue(
                rest.problems().get(0).where().contains("record 1"),
                rest.problems().toString());
        assertEquals(3, rest.events().size());
    }

    @Test
    void aLogThatEndsEarlyIsTold() throws IOException {
        byte[] log = SyntheticEvtx.log(List.of(SyntheticEvents.all().subList(11, 15)));
        byte[] cut = Arrays.copyOf(log, log.length - 10);
        assertEquals(1, EventsOf.of(cut).problems().size());
        assertEquals(1, EventsOf.of(Arrays.copyOf(log, 100)).problems().size());
    }

    @Test
    void theWholeTableIsReadFromOneFileOfManyChunks() throws IOException {
        List<List<SyntheticEvents.Event>> chunks = new ArrayList<>();
        SyntheticEvents.all().forEach(event -> chunks.add(List.of(event)));
        EventsOf all = EventsOf.of(SyntheticEvtx.log(chunks));
        assertEquals(chunks.size(), all.events().size());
        assertEquals(List.of(), all.problems());
    }

    @Test
    void logsOfTheOlderFormAreReadAlike() throws IOException {
        List<SyntheticEvents.Event> legacy = SyntheticEvents.all().stream()
                .filter(SyntheticEvents.Event::isNameless)
                .toList();
        EventsOf old = EventsOf.of(SyntheticEvt.log(legacy));
        EventsOf xml = EventsOf.of(SyntheticEvents.xml(legacy));
        assertEquals(List.of(), old.problems());
        assertEquals(legacy.size(), old.events().size());
        for (int i = 0; i < legacy.size(); i++) {
            assertEquals(xml.events().get(i).fields(), old.events().get(i).fields());
            assertEquals(
                    Explainer.explain(xml.events().get(i)).meaning(),
                    Explainer.explain(old.events().get(i)).meaning());
        }
        assertEquals("2004-11-09T11:33:20Z", String.valueOf(old.events().get(0).time()));
    }

    @Test
    void aRecordOfTheOlderFormThatIsDamagedIsPassedOver() throws IOException {
        byte[] log = SyntheticEvt.log(SyntheticEvents.all().subList(0, 3));
        // The mark of the first record.
        log[48 + 4] = 0;
        EventsOf found = EventsOf.of(log);
        assertEquals(2, found.events().size());
        assertEquals(1, found.problems().size());
        assertEquals(1, EventsOf.of(Arrays.copyOf(log, log.length - 8)).events().size());
    }
}
