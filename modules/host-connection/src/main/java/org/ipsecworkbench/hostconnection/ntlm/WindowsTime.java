package org.ipsecworkbench.hostconnection.ntlm;

import java.time.Instant;

/** Times as Windows counts them: units of 100 ns since 1601 (FILETIME). */
public final class WindowsTime {
    private static final long SECONDS_TO_1970 = 11_644_473_600L;
    private static final long UNITS = 10_000_000;

    private WindowsTime() {}

    /** Units of 100 ns since 1601 until this time, which is rounded down. */
    public static long of(Instant time) {
        return (time.getEpochSecond() + SECONDS_TO_1970) * UNITS + time.getNano() / 100;
    }

    /** The time of any number, also of one that no clock tells. */
    public static Instant toInstant(long units) {
        return Instant.ofEpochSecond(Math.floorDiv(units, UNITS) - SECONDS_TO_1970, Math.floorMod(units, UNITS) * 100);
    }
}
