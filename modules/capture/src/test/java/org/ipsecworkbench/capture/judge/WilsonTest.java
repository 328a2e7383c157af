package org.ipsecworkbench.capture.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {

    /** Values of R: {@code binom::binom.wilson(x, n)}, the third with x and n of Newcombe (1998), table I. */
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, 0.2775",
        "1, 29, 0.0061, 0.1718",
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        "0, 20, 0, 0.1611",
        "50, 100, 0.4038, 0.5962",
        "148, 148, 0.9747, 1"
    })
    void theIntervalIsTheOneOfTheTables(long hits, long sample, double lower, double upper) {
        assertEquals(lower, Wilson.lower(hits, sample), 0.00005);
        assertEquals(upper, Wilson.upper(hits, sample), 0.00005);
    }

    @Test
    void ofNothingAnythingMayBe() {
        assertEquals(0, Wilson.lower(0, 0));
        assertEquals(1, Wilson.upper(0, 0));
    }

    @Test
    void theEndsAreExactForEverySample() {
        for (long sample = 1; sample < 10_000; sample++) {
            assertEquals(0.0, Wilson.lower(0, sample));
            assertEquals(1.0, Wilson.upper(sample, sample));
        }
    }

    @Test
    void theIntervalHoldsTheShareAndShrinksWithTheSample() {
        double width = 1;
        for (long sample = 10; sample < 10_000_000_000L; sample *= 10) {
            long hits = sample / 5;
            assertTrue(Wilson.lower(hits, sample) < 0.2 && 0.2 < Wilson.upper(hits, sample));
            double now = Wilson.upper(hits, sample) - Wilson.lower(hits, sample);
            assertTrue(now < width);
            width = now;
        }
    }
}
