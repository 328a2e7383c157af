package org.ipsecworkbench.ikelogbrowser.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.FailureCodes;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ikelogbrowser.event.EventFilter.Which;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventFilterTest {
    private static final Source LOG = new Source("System.evtx", Source.Kind.EVENTS);
    private static final Failure TIMED_OUT = FailureCodes.of(Failure.Numbering.WIN32, 13_805, List.of());

    private final SeenEvent started = event(1, 7036, 4, "A service of IPsec changed its state.", null, false);
    private final SeenEvent dropped = event(2, 4960, 0, "An inbound packet was dropped.", TIMED_OUT, false);
    private final SeenEvent refused = event(3, 4653, 0, "Main mode failed.", TIMED_OUT, true);
    private final SeenEvent warned = event(4, 5042, 3, "The policy may not be what it was.", null, false);
    private final List<SeenEvent> all = List.of(started, dropped, refused, warned);

    private static SeenEvent event(
            long number, int id, int level, String meaning, @Nullable Failure failure, boolean ofNegotiation) {
        EventRecord event = new EventRecord(
                Evidence.of(LOG, number),
                "Provider",
                id,
                0,
                level,
                Instant.ofEpochSecond(number),
                "System",
                "host" + number + ".example",
                number,
                List.of(new EventRecord.Field("RemoteAddress", "192.0.2." + number, "")),
                "");
        return new SeenEvent(new ExplainedEvent(event, meaning, failure), ofNegotiation);
    }

    private List<SeenEvent> listed(String words, Which which) {
        return new EventFilter(words, which, EventColumn.TIME, false).apply(all);
    }

    @Test
    void failuresComeFirstThenWarnings() {
        assertEquals(List.of(dropped, refused, warned, started), EventFilter.ALL.apply(all));
        assertTrue(EventFilter.ALL.listsAll());
    }

    @Test
    void wordsMayStandInNumberHostValuesMeaningAndExplanation() {
        assertEquals(List.of(dropped), listed("4960", Which.ALL));
        assertEquals(List.of(warned), listed("HOST4.", Which.ALL));
        assertEquals(List.of(refused), listed("192.0.2.3", Which.ALL));
        assertEquals(List.of(started), listed("service state", Which.ALL));
        String word = TIMED_OUT.nextStep().split(" ")[0];
        assertEquals(List.of(refused), listed(word + " main", Which.ALL));
        assertEquals(List.of(), listed("nowhere", Which.ALL));
    }

    @Test
    void kindsAreChosen() {
        assertEquals(List.of(dropped, refused), listed("", Which.FAILURES));
        assertEquals(List.of(dropped, refused, warned), listed("", Which.ATTENTION));
        assertEquals(List.of(started, dropped, warned), listed("", Which.WITHOUT_NEGOTIATION));
    }

    @Test
    void everyColumnOrders() {
        for (EventColumn column : EventColumn.values()) {
            List<SeenEvent> up = new EventFilter("", Which.ALL, column, false).apply(all);
            List<SeenEvent> down = new EventFilter("", Which.ALL, column, true).apply(all);
            assertEquals(4, up.size(), column.toString());
            assertEquals(column.of(up.get(0)), column.of(down.get(3)), column.toString());
        }
        assertEquals(
                List.of(refused, dropped, warned, started),
                new EventFilter("", Which.ALL, EventColumn.EVENT, false).apply(all));
    }

    @Test
    void everyKindHasAShapeOfItsOwn() {
        assertEquals(
                EventKind.values().length,
                Stream.of(EventKind.values()).map(EventKind::mark).distinct().count());
    }
}
