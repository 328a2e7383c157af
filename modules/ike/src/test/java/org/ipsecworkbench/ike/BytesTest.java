package org.ipsecworkbench.ike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class BytesTest {
    private final Bytes bytes = Bytes.wrap(HexFormat.of().parseHex("00ff8001fedcba98"));

    @Test
    void numbersAreBigEndian() {
        assertEquals(0xff, bytes.u8(1));
        assertEquals(0x8001, bytes.u16(2));
        assertEquals(0xfedcba98, bytes.i32(4));
        assertEquals(0x00ff8001fedcba98L, bytes.i64(0));
    }

    @Test
    void aPartKnowsNothingBeyondItself() {
        Bytes part = bytes.slice(2, 4);
        assertEquals("8001", part.hex());
        assertEquals(Bytes.wrap(new byte[] {(byte) 0x80, 1}), part);
        assertThrows(IndexOutOfBoundsException.class, () -> part.u16(1));
        assertThrows(IndexOutOfBoundsException.class, () -> bytes.slice(5, 9));
    }

    @Test
    void whereBytesLieMakesNoDifference() {
        byte[] twice = new byte[40];
        for (int i = 0; i < 40; i++) {
            twice[i] = (byte) (i % 20 * 13);
        }
        Bytes whole = Bytes.wrap(twice);
        for (int length = 0; length <= 17; length++) {
            Bytes one = whole.slice(3, 3 + length);
            Bytes other = whole.slice(23, 23 + length);
            assertEquals(one, other);
            assertEquals(one.hashCode(), other.hashCode());
        }
        assertNotEquals(whole.slice(0, 8).hashCode(), whole.slice(0, 9).hashCode());
    }
}
