package org.ipsecworkbench.captureviewer.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import org.ipsecworkbench.capture.PacketFilter;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.captureviewer.Made;
import org.ipsecworkbench.captureviewer.PairKey;
import org.junit.jupiter.api.Test;

class FilterTextsTest {
    private static void is(String expected, String filter) {
        assertEquals(expected, filter);
        assertInstanceOf(PacketFilter.Valid.class, PacketFilter.parse(filter), filter);
    }

    @Test
    void everyFilterThatAClickWritesCanBeRead() {
        is("pair == 10.0.0.1,10.0.0.2", FilterTexts.pair(new PairKey("10.0.0.1", "10.0.0.2", "")));
        is(
                "pair == fe80::1,fe80::2 and vlan.id == 10 and vlan.id == 42",
                FilterTexts.pair(new PairKey("fe80::1", "fe80::2", "VLAN 10.42")));
        is("host == fe80::1", FilterTexts.address("fe80::1"));
        is("spi == 0x0000000a", FilterTexts.spi(10));
        for (TrafficClass trafficClass : TrafficClass.values()) {
            assertInstanceOf(PacketFilter.Valid.class, PacketFilter.parse(FilterTexts.trafficClass(trafficClass)));
            assertInstanceOf(
                    PacketFilter.Valid.class, PacketFilter.parse(FilterTexts.flow(Made.flow(0, 0, trafficClass))));
        }
        is(
                "host.src == 10.0.0.1 and host.dst == 10.0.0.2 and class == clear and protection == clear",
                FilterTexts.flow(Made.flow(0, 0, TrafficClass.CLEAR)));
    }

    @Test
    void aTimeRangeIsRoundedSoThatNothingOfItIsLost() {
        Instant start = Instant.parse("2026-11-23T10:00:00Z");
        is(
                "frame.time_relative >= 1.5 and frame.time_relative <= 2.000001",
                FilterTexts.times(
                        start, start.plusMillis(1500), start.plusSeconds(2).plusNanos(1)));
        is(
                "frame.time_relative >= -1 and frame.time_relative <= 100",
                FilterTexts.times(start, start.minusSeconds(1), start.plusSeconds(100)));
    }

    @Test
    void twoFiltersAreJoinedWhereBothAreThere() {
        is("esp and udp", FilterTexts.both("esp", "udp"));
        is("esp", FilterTexts.both("esp", ""));
        is("udp", FilterTexts.both("", "udp"));
    }
}
