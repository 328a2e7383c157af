package org.ipsecworkbench.capture.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PcapngTimeTest {
    private static final BigDecimal NANO = BigDecimal.TEN.pow(9);
    private static final long[] TICKS = {
        0,
        1,
        2,
        999,
        1000,
        1_000_000,
        1_795_445_510_932_534L,
        1_795_445_510_932_534_123L,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        -1
    };
    private static final long[] OFFSETS = {
        0, 1, -1, 3600, -3600, 9_223_372_036L, -9_223_372_037L, Long.MAX_VALUE, Long.MIN_VALUE
    };

    static IntStream resolutions() {
        return IntStream.range(0, 256);
    }

    @ParameterizedTest
    @MethodSource("resolutions")
    void everyResolutionAndOffsetGivesTheExactTimeOrTheNearestThatCanBeSaid(int resolution) {
        for (long offset : OFFSETS) {
            PcapngTime time = PcapngTime.of((byte) resolution).plusSeconds(offset);
            for (long ticks : TICKS) {
                long want = exact(resolution, offset, ticks);
                long got = time.nanoseconds(ticks);
                assertEquals(want, got, () -> Long.toUnsignedString(ticks) + " ticks and " + offset + " seconds");
            }
        }
    }

    /** draft-ietf-opsawg-pcapng section 4.2: the highest bit says two or ten, the others the negative exponent. */
    private static long exact(int resolution, long offset, long ticks) {
        BigDecimal base = BigDecimal.valueOf((resolution & 0x80) != 0 ? 2 : 10);
        BigDecimal seconds = new BigDecimal(new BigInteger(Long.toUnsignedString(ticks)))
                .divide(base.pow(resolution & 0x7f), 200, RoundingMode.DOWN);
        BigInteger nanoseconds = seconds.multiply(NANO)
                .setScale(0, RoundingMode.DOWN)
                .toBigInteger()
                .add(BigInteger.valueOf(offset).multiply(NANO.toBigInteger()));
        // The lowest one says that there is no time.
        return nanoseconds
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .max(BigInteger.valueOf(Long.MIN_VALUE + 1))
                .longValueExact();
    }
}
