package org.ipsecworkbench.capture.format.etl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PktMonAppearancesTest {
    private final PktMonAppearances appearances = new PktMonAppearances();

    @Test
    void theNearestIsTakenOnceWithTheNumberOfAll() {
        appearances.see(1L << 49, 3, 20);
        appearances.see(1L << 49, 3, 10);
        appearances.see(1L << 49, 3, 10);
        assertEquals(0, appearances.take(1L << 49, 3, 20));
        assertEquals(3, appearances.take(1L << 49, 3, 10));
        assertEquals(0, appearances.take(1L << 49, 3, 10));
    }

    @Test
    void packetsOfOneListAreToldApart() {
        for (int number = 0; number < 5000; number++) {
            appearances.see(7, number, number);
        }
        appearances.drop(7, 4000, 15);
        for (int number = 0; number < 5000; number++) {
            assertEquals(number == 4000 ? 15 : 0, appearances.reason(7, number));
            assertEquals(1, appearances.take(7, number, number));
        }
    }

    @Test
    void beyondTheLimitEachAppearanceIsAPacket() {
        for (int group = 0; group < PktMonAppearances.MAX_PACKETS; group++) {
            appearances.see(group, 1, 1);
        }
        assertFalse(appearances.isFull());
        appearances.see(-1, 1, 1);
        appearances.see(-1, 1, 2);
        assertTrue(appearances.isFull());
        assertEquals(1, appearances.take(-1, 1, 1));
        assertEquals(1, appearances.take(-1, 1, 2));
        assertEquals(1, appearances.take(5, 1, 1));
    }

    /** Without an end to the search, each of these would walk over all others. */
    @Test
    void identifiersThatFallIntoOnePlaceCostLittle() {
        long unmix = inverse(0x9e3779b97f4a7c15L);
        long undo = inverse(0xc2b2ae3d27d4eb4fL);
        int all = 300_000;
        for (int i = 1; i <= all; i++) {
            appearances.see(i * undo * unmix, 0, 1);
        }
        int packets = 0;
        for (int i = 1; i <= all; i++) {
            packets += appearances.take(i * undo * unmix, 0, 1);
        }
        assertEquals(all, packets);
    }

    /** Of an odd number, modulo 2^64. */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int i = 0; i < 6; i++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}
