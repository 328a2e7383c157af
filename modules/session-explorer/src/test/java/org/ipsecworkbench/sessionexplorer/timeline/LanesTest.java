package org.ipsecworkbench.sessionexplorer.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.diagnosis.TimelineEntry;
import org.ipsecworkbench.diagnosis.TimelineEntry.Signal;
import org.ipsecworkbench.diagnosis.TimelineFilter;
import org.ipsecworkbench.diagnosis.TimelineKind;
import org.junit.jupiter.api.Test;

class LanesTest {
    @Test
    void hostsComeFirstAndEachKindHasALane() {
        List<Lane> lanes = Lanes.of(List.of(
                Entries.entry("a.pcap", TimelineKind.NEGOTIATION, Signal.GOOD, 0, 1),
                Entries.entry("SRV1", TimelineKind.SERVICE, Signal.BAD, 1, 0),
                Entries.entry("SRV1", TimelineKind.NEGOTIATION, Signal.GOOD, 2, 1)));
        assertEquals(
                List.of("SRV1/", "SRV1/Negotiations", "SRV1/Services", "a.pcap/", "a.pcap/Negotiations"),
                lanes.stream().map(lane -> lane.owner() + "/" + lane.title()).toList());
    }

    @Test
    void pairsBeyondThoseThatFitShareALaneAndTroubleIsNotAmongThem() {
        List<TimelineEntry> pairs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            pairs.add(Entries.pair("a.pcap", "10.0.0." + i + " ↔ 10.0.1.1", Signal.GOOD));
        }
        pairs.add(Entries.pair("a.pcap", "10.9.9.9 ↔ 10.0.1.1", Signal.BAD));
        List<Lane> lanes = Lanes.of(pairs);
        assertEquals("10.9.9.9 ↔ 10.0.1.1", lanes.get(1).title());
        Lane rest = lanes.get(lanes.size() - 1);
        assertEquals("30 more pairs", rest.title());
        assertEquals(30, rest.entries().size());
    }

    @Test
    void whatStandsInOnePlaceIsOneShapeOfTheWorst() {
        TimelineEntry good = Entries.entry("SRV1", TimelineKind.EVENT, Signal.GOOD, 100, 0);
        TimelineEntry bad = Entries.entry("SRV1", TimelineKind.EVENT, Signal.BAD, 101, 0);
        TimelineEntry later = Entries.entry("SRV1", TimelineKind.EVENT, Signal.NEUTRAL, 3000, 0);
        Lane lane = new Lane("SRV1", "Events", List.of(good, bad, later));
        TimeScale hour = new TimeScale(
                Entries.TIME.toEpochMilli(), Entries.TIME.plusSeconds(3600).toEpochMilli());
        List<Cluster> clusters = Cluster.of(lane, hour, 1000);
        assertEquals(2, clusters.size());
        assertSame(bad, clusters.get(0).first());
        assertEquals(2, clusters.get(0).count());
        TimeScale minute = new TimeScale(
                Entries.TIME.plusSeconds(90).toEpochMilli(),
                Entries.TIME.plusSeconds(110).toEpochMilli());
        assertEquals(2, Cluster.of(lane, minute, 1000).size(), "closer, both have a shape of their own");
    }

    @Test
    void rowsAreSortedAndLanesStayByTime() {
        List<TimelineEntry> all = Entries.many(500);
        Arrangement.Arranged arranged = new Arrangement(TimelineFilter.ALL, EntryColumn.WHAT, false).apply(all);
        assertEquals(Signal.BAD, arranged.rows().get(0).signal());
        assertEquals(500, arranged.rows().size());
        for (Lane lane : arranged.lanes()) {
            for (int i = 1; i < lane.entries().size(); i++) {
                assertTrue(!lane.entries()
                        .get(i)
                        .time()
                        .isBefore(lane.entries().get(i - 1).time()));
            }
        }
        Arrangement.Arranged other = new Arrangement(TimelineFilter.ALL, EntryColumn.WHAT, true).apply(all);
        assertEquals(Signal.NEUTRAL, other.rows().get(0).signal());
    }
}
