package org.ipsecworkbench.capture.format;

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
    private static final long[] POWERS_OF_TEN = new long[19];

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

    /** Nanoseconds since 1970; times beyond what a long holds are the largest one. */
    long nanoseconds(long ticks) {
        if (!binary && exponent == 6 && offsetSeconds == 0 && ticks >= 0 && ticks < Long.MAX_VALUE / 1000) {
            return ticks * 1000;
        }
        long seconds;
        long rest;
        if (binary) {
            int shift = Math.min(exponent, 63);
            seconds = ticks >>> shift;
            long fraction = ticks & ((1L << shift) - 1);
            // Keeps the product below 2^63; 33 bits of a second are finer than a nanosecond.
            int excess = Math.max(0, shift - 33);
            rest = (fraction >>> excess) * SECOND >>> (shift - excess);
        } else {
            long perSecond = POWERS_OF_TEN[Math.min(exponent, 18)];
            seconds = Long.divideUnsigned(ticks, perSecond);
            long fraction = Long.remainderUnsigned(ticks, perSecond);
            rest = exponent <= 9
                    ? fraction * POWERS_OF_TEN[9 - exponent]
                    : fraction / POWERS_OF_TEN[Math.min(exponent, 18) - 9];
        }
        try {
            return Math.addExact(Math.multiplyExact(Math.addExact(seconds, offsetSeconds), SECOND), rest);
        } catch (ArithmeticException e) {
            return offsetSeconds < 0 && seconds >= 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
