package org.ipsecworkbench.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.ipsecworkbench.diagnosis.TimelineEntry.Signal;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.session.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineFilterTest {
    private static final Instant TIME = Instant.parse("2026-11-25T09:30:00Z");

    private static final TimelineEntry ENTRY = new TimelineEntry(
            TIME,
            TIME,
            Duration.ofSeconds(10),
            "SRV1",
            "",
            TimelineKind.NEGOTIATION,
            Signal.GOOD,
            "Main mode",
            "Established",
            List.of("SRV1", "SRV2"),
            List.of("10.0.0.1", "10.0.0.2"),
            new Cookies(0x5fb0_c0a2_b86e_1d07L, 0x0123_4567_89ab_cdefL),
            List.of(0xc0ffee01, 0x12345678),
            "1",
            Place.packet(7),
            null);

    @ParameterizedTest
    @CsvSource({
        "srv2, '', '', true",
        "10.0.0.2, '', '', true",
        "SRV3, '', '', false",
        "'', 5FB0C0, '', true",
        "'', ' 0x0123456789abcdef ', '', true",
        "'', 6fb0, '', false",
        "'', '', 0xC0FFEE01, true",
        "'', '', c0ffee01, true",
        "'', '', 3237998081, true",
        "'', '', 12345678, true",
        "'', '', 0x1, false",
        "srv1, 5fb0, c0ffee01, true",
        "srv1, 5fb0, 7, false"
    })
    void hostsCookiesAndSpisAreFound(String host, String cookie, String spi, boolean isFound) {
        TimelineFilter filter = new TimelineFilter(host, cookie, spi, Set.of(), null, null);
        assertEquals("", filter.fault());
        assertEquals(isFound, filter.test(ENTRY));
    }

    @Test
    void whatLastsIsInEachRangeThatItTouches() {
        assertTrue(of(TIME.plusSeconds(5), TIME.plusSeconds(6)));
        assertTrue(of(TIME.minusSeconds(5), TIME));
        assertFalse(of(TIME.plusSeconds(11), TIME.plusSeconds(12)));
        assertFalse(of(TIME.minusSeconds(5), TIME.minusSeconds(1)));
    }

    private static boolean of(Instant from, Instant to) {
        return new TimelineFilter("", "", "", Set.of(TimelineKind.NEGOTIATION), from, to).test(ENTRY);
    }

    @Test
    void otherKindsAreNotWanted() {
        assertFalse(new TimelineFilter("", "", "", Set.of(TimelineKind.POLICY), null, null).test(ENTRY));
        assertTrue(TimelineFilter.ALL.test(ENTRY));
    }

    @ParameterizedTest
    @CsvSource({"xyz, ''", "5fb0c0a2b86e1d071, ''", "'', 4294967296", "'', 0xfffffffff", "'', spi"})
    void whatIsNoneSaysSoAndFindsNothing(String cookie, String spi) {
        TimelineFilter filter = new TimelineFilter("", cookie, spi, Set.of(), null, null);
        assertTrue(filter.fault().endsWith("."), filter.fault());
        assertFalse(filter.test(ENTRY));
    }
}
