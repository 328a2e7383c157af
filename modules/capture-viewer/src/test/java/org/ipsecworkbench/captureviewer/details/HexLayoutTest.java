package org.ipsecworkbench.captureviewer.details;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

class HexLayoutTest {
    private final HexLayout layout = new HexLayout(40, 16, 10, 20, 8, 4);

    @Test
    void everyByteIsFoundWhereItIsDrawn() {
        for (int offset = 0; offset < 40; offset++) {
            for (Rectangle place : new Rectangle[] {layout.hex(offset), layout.text(offset)}) {
                assertEquals(offset, layout.at((int) place.getCenterX(), (int) place.getCenterY()));
            }
        }
    }

    @Test
    void besideTheBytesThereIsNone() {
        assertEquals(-1, layout.at(2, 10), "on the offset");
        assertEquals(-1, layout.at(layout.text(15).x + 11, 10), "behind the text");
        assertEquals(-1, layout.at(layout.hex(0).x, 4 + 3 * 20), "below the last row");
        assertEquals(-1, layout.at(layout.hex(8).x, 4 + 2 * 20), "behind the last byte");
        assertEquals(-1, layout.at(layout.hex(0).x, 0), "above the first row");
    }

    @Test
    void aNarrowViewHasHalfAsManyBytesInARow() {
        assertEquals(16, HexLayout.fit(40, layout.width(), 10, 20, 8, 4).perRow());
        HexLayout narrow = HexLayout.fit(40, layout.width() - 1, 10, 20, 8, 4);
        assertEquals(8, narrow.perRow());
        assertEquals(5, narrow.rows());
    }

    @Test
    void offsetsGetAsManyDigitsAsTheLastNeeds() {
        assertEquals(4, new HexLayout(0, 16, 10, 20, 8, 4).digits());
        assertEquals(4, new HexLayout(0x10000, 16, 10, 20, 8, 4).digits());
        assertEquals(5, new HexLayout(0x10001, 16, 10, 20, 8, 4).digits());
    }

    @Test
    void aDumpHasOffsetsDigitsAndText() {
        byte[] bytes = "IPsec\u0000".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertEquals("0001  50 73 65 63                                      Psec\n", HexDump.of(bytes, 1, 5));
        assertEquals('.', HexDump.text(bytes[5]));
    }
}
