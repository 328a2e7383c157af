package org.ipsecworkbench.sessionexplorer.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.ipsecworkbench.diagnosis.TimelineEntry.Signal;
import org.ipsecworkbench.diagnosis.TimelineKind;
import org.junit.jupiter.api.Test;

class TimeScaleTest {
    private static final long HOUR = 3_600_000;
    private static final TimeScale DAY = new TimeScale(0, 24 * HOUR);

    @Test
    void pixelsAndTimesAreEachOthersInverse() {
        for (int x = 0; x <= 1000; x += 50) {
            assertEquals(x, DAY.x(DAY.millis(x, 1000), 1000), 0.01);
        }
    }

    @Test
    void zoomingKeepsTheTimeUnderThePointerAndNeverShowsMoreThanAll() {
        TimeScale closer = DAY.zoomed(0.5, 6 * HOUR, DAY);
        assertEquals(12 * HOUR, closer.length());
        assertEquals(DAY.x(6 * HOUR, 1000), closer.x(6 * HOUR, 1000), 1);
        assertEquals(DAY, closer.zoomed(100, 6 * HOUR, DAY));
        assertTrue(DAY.zoomed(1e-12, HOUR, DAY).length() >= 10);
    }

    @Test
    void movingStopsAtBothEnds() {
        TimeScale closer = new TimeScale(2 * HOUR, 4 * HOUR);
        assertEquals(new TimeScale(0, 2 * HOUR), closer.moved(-5, DAY));
        assertEquals(new TimeScale(22 * HOUR, 24 * HOUR), closer.moved(50, DAY));
    }

    @Test
    void ticksStandAtWholeHoursOfTheZone() {
        List<Instant> ticks = DAY.ticks(1200, 120, ZoneOffset.UTC);
        assertTrue(ticks.size() > 5 && ticks.size() <= 11, ticks.toString());
        assertEquals(Instant.EPOCH, ticks.get(0));
        Instant india = DAY.ticks(300, 120, ZoneId.of("Asia/Kolkata")).get(0);
        assertEquals(0, (india.getEpochSecond() + 19_800) % 3600, "whole hours there");
    }

    @Test
    void agesAndMomentsHaveFewTicks() {
        assertTrue(new TimeScale(-62_135_596_800_000L, 253_402_214_400_000L)
                        .ticks(1000, 100, ZoneOffset.UTC)
                        .size()
                <= 11);
        assertTrue(new TimeScale(5, 5).ticks(1000, 100, ZoneOffset.UTC).size() <= 11);
    }

    @Test
    void allEntriesHaveRoom() {
        TimeScale scale = TimeScale.of(List.of(
                Entries.entry("SRV1", TimelineKind.EVENT, Signal.GOOD, 0, 0),
                Entries.entry("SRV1", TimelineKind.NEGOTIATION, Signal.GOOD, 5, 3600)));
        assertTrue(scale.from() < Entries.TIME.toEpochMilli());
        assertTrue(scale.to() > Entries.TIME.plusSeconds(3605).toEpochMilli());
    }
}
