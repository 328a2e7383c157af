package org.ipsecworkbench.captureviewer.details;

import java.awt.Rectangle;

/**
 * Where each byte of a dump stands: an offset, bytes in hexadecimal with a gap in the middle, the same bytes as text.
 *
 * @param bytes how many bytes there are
 * @param perRow bytes in a row, 8 or 16
 * @param glyph width of a character
 * @param line height of a row
 * @param left margin left of the offsets
 * @param top margin above the first row
 */
record HexLayout(int bytes, int perRow, int glyph, int line, int left, int top) {
    private static final int OFFSET_DIGITS = 4;
    private static final int GAP = 2;

    /** As many bytes in a row as there is room for: 16, else 8. */
    static HexLayout fit(int bytes, int width, int glyph, int line, int left, int top) {
        HexLayout wide = new HexLayout(bytes, 16, glyph, line, left, top);
        return wide.width() <= width ? wide : new HexLayout(bytes, 8, glyph, line, left, top);
    }

    int rows() {
        return (bytes + perRow - 1) / perRow;
    }

    int row(int offset) {
        return offset / perRow;
    }

    /** Digits of an offset. */
    int digits() {
        int digits = OFFSET_DIGITS;
        while (digits < 8 && bytes - 1L >> 4 * digits > 0) {
            digits++;
        }
        return digits;
    }

    private int hexColumn(int inRow) {
        return digits() + GAP + 3 * inRow + (inRow >= perRow / 2 ? 1 : 0);
    }

    private int textColumn(int inRow) {
        return hexColumn(perRow) + GAP - 1 + inRow;
    }

    /** Where the two digits of a byte stand. */
    Rectangle hex(int offset) {
        return cell(hexColumn(offset % perRow), offset, 2);
    }

    /** Where the character of a byte stands. */
    Rectangle text(int offset) {
        return cell(textColumn(offset % perRow), offset, 1);
    }

    private Rectangle cell(int column, int offset, int characters) {
        return new Rectangle(left + column * glyph, top + row(offset) * line, characters * glyph, line);
    }

    int width() {
        return 2 * left + textColumn(perRow) * glyph;
    }

    int height() {
        return 2 * top + rows() * line;
    }

    /** The byte at a point, in digits or text, or -1. The gap behind a byte belongs to it. */
    int at(int x, int y) {
        int row = Math.floorDiv(y - top, line);
        if (row < 0 || row >= rows()) {
            return -1;
        }
        for (int offset = row * perRow; offset < Math.min(bytes, (row + 1) * perRow); offset++) {
            Rectangle hex = hex(offset);
            if (x >= hex.x && x < hex.x + 3 * glyph || text(offset).contains(x, y)) {
                return offset;
            }
        }
        return -1;
    }
}
