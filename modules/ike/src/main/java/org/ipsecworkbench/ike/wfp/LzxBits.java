package org.ipsecworkbench.ike.wfp;

/**
 * Bits of one block of LZX: words of 16 bits, the low byte first, of which the highest bit comes first (MS-PATCH section 2.1).
 */
final class LzxBits {
    private static final int WORD = 16;

    private final byte[] data;
    private int at;
    private int word;
    private int left;

    /** From the beginning of a block. */
    LzxBits(byte[] data) {
        this.data = data;
    }

    /** The next bits, at most 16, as a number. */
    int read(int count) throws DamagedException {
        int value = 0;
        int wanted = count;
        while (wanted > 0) {
            if (left == 0) {
                word = nextByte() | nextByte() << 8;
                left = WORD;
            }
            int some = Math.min(wanted, left);
            value = value << some | word >>> left - some & (1 << some) - 1;
            left -= some;
            wanted -= some;
        }
        return value;
    }

    private int nextByte() throws DamagedException {
        if (at == data.length) {
            throw new DamagedException("A block of the cabinet ends too early; what was before it was read.");
        }
        return data[at++] & 0xff;
    }

    /** Leaves the word that was begun, or a whole one where none is, as before bytes that are stored. */
    void align() throws DamagedException {
        if (left == 0) {
            read(WORD);
        }
        left = 0;
    }

    /** Whether a stored byte follows. */
    boolean hasByte() {
        return at < data.length;
    }

    /** The next stored byte. */
    int readByte() throws DamagedException {
        return nextByte();
    }

    /** The next stored number of 32 bits, the low byte first. */
    int readNumber() throws DamagedException {
        return nextByte() | nextByte() << 8 | nextByte() << 16 | nextByte() << 24;
    }
}
