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
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.table.Table;
import org.ipsecworkbench.ike.testing.SyntheticEvents;
import org.ipsecworkbench.ike.testing.SyntheticEvt;
import org.ipsecworkbench.ike.testing.SyntheticEvtx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event ID and version, synthetic, in both forms. */
class EventTableTest {
    /** Values of traces that are numbers or bytes with a meaning. */
    private static final Set<String> TRACED = Table.rows(EventTable.class, "traces.tsv").stream()
            .filter(row -> !row[2].isEmpty() && !row[0].endsWith("Endpoint") && !row[2].equals("cookie"))
            .map(row -> row[0].toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());

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

    /** The IDs that issue 4 names, as far as Windows has them; the others of these ranges are of something else. */
    @Test
    void everyIdOfIpsecHasAnEvent() {
        Set<Integer> known = SyntheticEvents.all().stream()
                .map(SyntheticEvents.Event::id)
                .collect(Collectors.toCollection(TreeSet::new));
        IntStream.of(
                        541, 542, 543, 544, 545, 546, 547, 613, 614, 615, 616, 4646, 4650, 4651, 4652, 4653, 4654, 4655,
                        4960, 4961, 4962, 4963, 4965, 5440, 5441, 5442, 5443, 5444, 5446, 5447, 5448, 5449, 5450, 5451,
                        5452, 5453, 5471, 5472, 5473, 5474, 5477, 5478, 5479, 5480, 5483, 5484, 5485)
                .forEach(id -> assertTrue(known.contains(id), "event " + id));
        IntStream.rangeClosed(4976, 4984).forEach(id -> assertTrue(known.contains(id), "event " + id));
        IntStream.rangeClosed(5456, 5468).forEach(id -> assertTrue(known.contains(id), "event " + id));
        IntStream.rangeClosed(5040, 5049).forEach(id -> assertTrue(known.contains(id), "event " + id));
        IntStream.rangeClosed(101, 130).forEach(id -> assertTrue(known.contains(id), "event " + id));
        IntStream.rangeClosed(2012, 2032).forEach(id -> assertTrue(known.contains(id), "event " + id));
        IntStream.rangeClosed(2061, 2070).forEach(id -> assertTrue(known.contains(id), "event " + id));
        IntStream.rangeClosed(2074, 2081).forEach(id -> assertTrue(known.contains(id), "event " + id));
        IntStream.rangeClosed(20_221, 20_227).forEach(id -> assertTrue(known.contains(id), "event " + id));
    }

    @ParameterizedTest
    @MethodSource("all")
    void noValueStaysUnexplained(SyntheticEvents.Event event) throws IOException {
        EventRecord read =
                EventsOf.of(SyntheticEvents.xml(List.of(event))).events().get(0);
        for (EventRecord.Field field : Explainer.explain(read).event().fields()) {
            assertFalse(field.name().startsWith("value "), field.toString());
            assertFalse(field.value().contains("%%"), field.toString());
            boolean isNumber = event.provider().endsWith("-WFP")
                    && TRACED.contains(field.name().toLowerCase(Locale.ROOT));
            assertTrue(!isNumber || !field.meaning().isEmpty(), field.toString());
        }
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
