package org.ipsecworkbench.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    @Test
    void countsHaveThousandsSeparatorsAndAgreeWithTheirNoun() {
        assertEquals("1,204,331", Formats.count(1_204_331));
        assertEquals("0 packets", Formats.count(0, "packet", "packets"));
        assertEquals("1 packet", Formats.count(1, "packet", "packets"));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0 B",
        "999,999 B",
        "1000,1.00 kB",
        "42360,42.4 kB",
        "999949,1.00 MB",
        "123456789,123 MB",
        "1100000000,1.10 GB"
    })
    void sizesHaveThreeDigitsAndDecimalPrefixes(long bytes, String text) {
        assertEquals(text, Formats.bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0.25,0.25", "7,7", "1500,1.50 k", "2.5e6,2.50 M"})
    void ratesAreBrief(double rate, String text) {
        assertEquals(text, Formats.brief(rate));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0.25,0.25", "0.5,0.5", "10,10", "200,200", "5000,5 k", "2500,2.5 k", "100000,100 k"})
    void ticksHaveNoZerosAfterThePoint(double number, String text) {
        assertEquals(text, Formats.tick(number));
    }

    @ParameterizedTest
    @CsvSource({"0,0 %", "0.0001,<0.1 %", "0.623,62.3 %", "0.9991,99.9 %", "0.99999,>99.9 %", "1,100 %"})
    void sharesAreNeverRoundedToNothingOrToAll(double share, String text) {
        assertEquals(text, Formats.share(share));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.000012S,12 µs",
        "PT0.25S,250 ms",
        "PT10.0768S,10.1 s",
        "PT59.96S,60.0 s",
        "PT2M3S,2 min 03 s",
        "PT2H3M59S,2 h 03 min",
        "P3DT4H,3 d 04 h"
    })
    void durationsHaveTheTwoUnitsThatMatter(Duration duration, String text) {
        assertEquals(text, Formats.duration(duration));
    }

    @Test
    void timesAreInUtcAndSaySo() {
        Instant time = Instant.parse("2026-11-23T15:17:58.647966789Z");
        assertEquals("2026-11-23 15:17:58.647966 UTC", Formats.time(time));
        assertEquals("15:17:58.647", Formats.clock(time));
        assertEquals("2026-11-23", Formats.date(time));
    }

    @Test
    void timesOfThisMachineSayHowFarTheyAreFromUtc() {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        TimeDisplay.choose(TimeDisplay.LOCAL);
        try {
            Instant time = Instant.parse("2026-11-23T23:17:58.647966789Z");
            assertEquals("2026-11-24 00:17:58.647966 UTC+01:00", Formats.time(time));
            assertEquals("2026-11-24 00:17:58.647966", Formats.moment(time));
            assertEquals("00:17:58.647", Formats.clock(time));
            assertEquals("2026-11-24", Formats.date(time));
            assertEquals("Europe/Berlin", TimeDisplay.current().zoneName());
        } finally {
            TimeDisplay.choose(TimeDisplay.SINCE_FIRST);
            TimeZone.setDefault(before);
        }
    }

    @Test
    void relativeTimesMayBeNegative() {
        Instant start = Instant.parse("2026-11-23T15:17:58.500Z");
        assertEquals("10.250001", Formats.seconds(start, start.plusNanos(10_250_001_000L)));
        assertEquals("-0.250000", Formats.seconds(start, start.minusMillis(250)));
    }

    @Test
    void longTextsAreCutInTheMiddle() {
        assertEquals("short", Formats.abbreviate("short", 5));
        assertEquals("2001:…234:9", Formats.abbreviate("2001:db8:aaaa:bbbb::1234:9", 11));
    }
}
