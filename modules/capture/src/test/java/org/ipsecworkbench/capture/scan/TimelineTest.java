package org.ipsecworkbench.capture.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {
    /** Made in 2026. */
    private static final long NOW = 1_795_445_510_000_000_000L;

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0, 1",
        "0, " + NOW,
        NOW + ", 0",
        "0, " + Long.MAX_VALUE,
        Long.MAX_VALUE + ", " + (Long.MIN_VALUE + 1),
        (Long.MIN_VALUE + 1) + ", " + Long.MAX_VALUE,
        "-1, 1",
        NOW + ", " + (NOW - 1_000_000)
    })
    void anyTwoTimesHaveTheirBins(long one, long other) {
        Timeline scale = new Timeline().widened(one, 0);
        assertBin(scale, one);
        if (!scale.covers(other)) {
            scale = scale.widened(other, 0);
        }
        assertBin(scale, one);
        assertBin(scale, other);
    }

    /** Times that jump to and fro by any magnitude. Each widening copies every line, so there must not be many. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void noTimesMakeItWidenOften(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Timeline scale = new Timeline().widened(NOW, 0);
        int widened = 0;
        for (int i = 0; i < 1_000_000; i++) {
            long time = NOW + (random.nextLong() >> random.nextInt(64));
            if (!scale.covers(time)) {
                scale = scale.widened(time, 0);
                widened++;
            }
            scale.note(time, time);
        }
        assertTrue(widened <= 3 * 44, widened + " times");
    }

    /** Always one nanosecond outside of what is covered, on alternating sides. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void notEvenTimesThatKnowTheScale(boolean alternating) {
        Timeline scale = new Timeline().widened(NOW, 0);
        int widened = 0;
        boolean up = true;
        while (scale.shift < 56) {
            long low = scale.base << scale.shift;
            long high = scale.base + Timeline.BINS << scale.shift;
            long time = up ? high : low - 1;
            scale = scale.widened(time, 0);
            assertBin(scale, time);
            widened++;
            up = alternating ? !up : up;
        }
        assertTrue(widened <= 3 * 37, widened + " times");
    }

    @Test
    void aBinBelongsToTheBinOfTheWiderScaleThatHoldsItsTimes() {
        Timeline narrow = new Timeline().widened(NOW, 0);
        Timeline wide = narrow.widened(NOW + 3_600_000_000_000L, 0);
        for (int bin = 0; bin < Timeline.BINS; bin++) {
            long time = narrow.base + bin << narrow.shift;
            if (time >= NOW) {
                assertEquals(wide.bin(time), narrow.binIn(wide, bin));
            }
        }
    }

    private static void assertBin(Timeline scale, long time) {
        assertTrue(scale.covers(time), () -> time + " in " + scale.base + " << " + scale.shift);
        int bin = scale.bin(time);
        assertTrue(bin >= 0 && bin < Timeline.BINS, () -> "bin " + bin);
    }
}
