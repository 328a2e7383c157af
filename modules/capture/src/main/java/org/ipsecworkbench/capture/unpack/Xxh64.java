package org.ipsecworkbench.capture.unpack;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The checksum XXH64 with seed 0. Source: Yann Collet, "xxHash fast digest algorithm", version 0.1.1. */
final class Xxh64 {
    private static final long PRIME_1 = 0x9e3779b185ebca87L;
    private static final long PRIME_2 = 0xc2b2ae3d27d4eb4fL;
    private static final long PRIME_3 = 0x165667b19e3779f9L;
    private static final long PRIME_4 = 0x85ebca77c2b2ae63L;
    private static final long PRIME_5 = 0x27d4eb2f165667c5L;
    private static final int STRIPE = 32;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** The sum of the first two primes, the second, nothing, and the negative of the first. */
    private final long[] lanes = {0x60ea27eeadc0b5d6L, PRIME_2, 0, 0x61c8864e7a143579L};

    private final byte[] rest = new byte[STRIPE];
    private int restLength;
    private long total;

    void update(byte[] bytes, int from, int count) {
        total += count;
        int at = from;
        int end = from + count;
        if (restLength > 0) {
            int taken = Math.min(count, STRIPE - restLength);
            System.arraycopy(bytes, at, rest, restLength, taken);
            restLength += taken;
            at += taken;
            if (restLength < STRIPE) {
                return;
            }
            stripe(rest, 0);
            restLength = 0;
        }
        for (; end - at >= STRIPE; at += STRIPE) {
            stripe(bytes, at);
        }
        restLength = end - at;
        System.arraycopy(bytes, at, rest, 0, restLength);
    }

    private void stripe(byte[] bytes, int at) {
        for (int lane = 0; lane < 4; lane++) {
            lanes[lane] = round(lanes[lane], (long) LONG.get(bytes, at + 8 * lane));
        }
    }

    private static long round(long lane, long input) {
        return Long.rotateLeft(lane + input * PRIME_2, 31) * PRIME_1;
    }

    long digest() {
        long hash = PRIME_5;
        if (total >= STRIPE) {
            hash = Long.rotateLeft(lanes[0], 1)
                    + Long.rotateLeft(lanes[1], 7)
                    + Long.rotateLeft(lanes[2], 12)
                    + Long.rotateLeft(lanes[3], 18);
            for (long lane : lanes) {
                hash = (hash ^ round(0, lane)) * PRIME_1 + PRIME_4;
            }
        }
        hash += total;
        int at = 0;
        for (; restLength - at >= 8; at += 8) {
            hash = Long.rotateLeft(hash ^ round(0, (long) LONG.get(rest, at)), 27) * PRIME_1 + PRIME_4;
        }
        if (restLength - at >= 4) {
            hash = Long.rotateLeft(hash ^ ((int) INT.get(rest, at) & 0xffffffffL) * PRIME_1, 23) * PRIME_2 + PRIME_3;
            at += 4;
        }
        for (; at < restLength; at++) {
            hash = Long.rotateLeft(hash ^ (rest[at] & 0xff) * PRIME_5, 11) * PRIME_1;
        }
        hash = (hash ^ hash >>> 33) * PRIME_2;
        hash = (hash ^ hash >>> 29) * PRIME_3;
        return hash ^ hash >>> 32;
    }
}
