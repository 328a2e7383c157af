package org.ipsecworkbench.capture.format;

import java.math.BigInteger;

/**
 * How one interface of a pcapng file counts time.
 *
 * @param binary whether ticks are negative powers of two, else of ten
 * @param exponent how many ticks there are in a second, as an exponent
 * @param offsetSeconds added to every time
 */
record PcapngTime(boolean binary, int exponent, long offsetSeconds) {
    static final PcapngTime MICROSECONDS = new PcapngTime(false, 6, 0);
    private static final long SECOND = 1_000_000_000L;
    /** With these, fractions of a second fit into a long. */
    private static final int MAX_DECIMAL = 18;

    private static final int MAX_BINARY = 33;
    /** So many seconds before and after 1970 surely fit into a long, counted in nanoseconds. */
    private static final long MAX_SECONDS = 9_000_000_000L;

    private static final long[] POWERS_OF_TEN = new long[MAX_DECIMAL + 1];

    static {
        POWERS_OF_TEN[0] = 1;
        for (int i = 1; i < POWERS_OF_TEN.length; i++) {
            POWERS_OF_TEN[i] = POWERS_OF_TEN[i - 1] * 10;
        }
    }

    /** From the value of option if_tsresol. */
    static PcapngTime of(byte resolution) {
        return new PcapngTime(resolution < 0, resolution & 0x7f, 0);
    }

    PcapngTime plusSeconds(long seconds) {
        return seconds == 0 ? this : new PcapngTime(binary, exponent, offsetSeconds + seconds);
    }

    /** Nanoseconds since 1970 of an unsigned count of ticks; times beyond what can be said are the nearest that can. */
    long nanoseconds(long ticks) {
        if (!binary && exponent == 6 && offsetSeconds == 0 && ticks >= 0 && ticks < Long.MAX_VALUE / 1000) {
            return ticks * 1000;
        }
        if (ticks < 0 || exponent > (binary ? MAX_BINARY : MAX_DECIMAL)) {
            return exactly(ticks);
        }
        long perSecond = binary ? 1L << exponent : POWERS_OF_TEN[exponent];
        long whole = ticks / perSecond;
        long fraction = ticks % perSecond;
        if (whole > MAX_SECONDS || offsetSeconds > MAX_SECONDS || offsetSeconds < -MAX_SECONDS) {
            return exactly(ticks);
        }
        long seconds = whole + offsetSeconds;
        if (seconds > MAX_SECONDS) {
            return exactly(ticks);
        }
        long rest;
        if (binary) {
            rest = fraction * SECOND >>> exponent;
        } else {
            rest = exponent <= 9 ? fraction * POWERS_OF_TEN[9 - exponent] : fraction / POWERS_OF_TEN[exponent - 9];
        }
        return seconds * SECOND + rest;
    }

    /** The same for numbers of any size, which no real capture has. */
    private long exactly(long ticks) {
        BigInteger second = BigInteger.valueOf(SECOND);
        return new BigInteger(Long.toUnsignedString(ticks))
                .multiply(second)
                .divide(BigInteger.valueOf(binary ? 2 : 10).pow(exponent))
                .add(BigInteger.valueOf(offsetSeconds).multiply(second))
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                // The lowest long says that there is no time.
                .max(BigInteger.valueOf(Long.MIN_VALUE + 1))
                .longValue();
    }
}
