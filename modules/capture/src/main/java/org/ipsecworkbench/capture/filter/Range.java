package org.ipsecworkbench.capture.filter;

/**
 * Values from one to another, both included, as unsigned numbers of 128 bits in two longs.
 *
 * <p>Every kind of value is such a number: an address as in {@link org.ipsecworkbench.capture.decode.Frame}, a port, an
 * enum's ordinal. So one comparison serves all fields, and a network in CIDR notation is a range like any other.
 */
record Range(long fromHigh, long fromLow, long toHigh, long toLow) {
    static final Range ALL = new Range(0, 0, -1, -1);

    static Range of(long value) {
        return new Range(0, value, 0, value);
    }

    static int compare(long aHigh, long aLow, long bHigh, long bLow) {
        return aHigh == bHigh ? Long.compareUnsigned(aLow, bLow) : Long.compareUnsigned(aHigh, bHigh);
    }

    boolean isEmpty() {
        return compare(fromHigh, fromLow, toHigh, toLow) > 0;
    }

    boolean isSingle() {
        return fromHigh == toHigh && fromLow == toLow;
    }

    /** From the beginning of this one to the end of the other. */
    Range to(Range last) {
        return new Range(fromHigh, fromLow, last.toHigh, last.toLow);
    }
}
