package org.ipsecworkbench.ike.wfp;

import java.util.Arrays;

/**
 * Unpacks LZX as cabinets have it (MS-PATCH section 2): blocks of the cabinet give 32 kB each, and refer back to what was up
 * to a window before. Memory is the window, at most 2 MB, and some tables.
 */
final class Lzx {
    /** Bits of the smallest and of the largest window. */
    private static final int MIN_WINDOW = 15;

    private static final int MAX_WINDOW = 21;
    /** How many slots of distances each window has (MS-PATCH section 2.1). */
    private static final int[] SLOTS = {30, 32, 34, 36, 38, 42, 50};

    private static final int FRAME = 32_768;
    private static final int LITERALS = 256;
    private static final int LENGTHS = 249;
    private static final int ALIGNED = 8;
    private static final int MAX_EXTRA = 17;
    private static final int SHORTEST = 2;
    private static final int LONGEST = SHORTEST + 7 + LENGTHS - 1;

    private static final int VERBATIM = 1;
    private static final int ALIGNED_OFFSETS = 2;
    private static final int STORED = 3;

    /** Of x86: what follows is a distance, which some packers write as an address. */
    private static final int CALL = 0xe8;

    private static final int CALL_BYTES = 10;
    private static final int MAX_CALL_FRAMES = 32_768;

    private final int window;
    private final LzxTree main;
    private final LzxTree lengths = new LzxTree(LENGTHS);
    private final LzxTree aligned = new LzxTree(ALIGNED);
    /** What was unpacked last: at least a window of it, and then the frame that is being unpacked. */
    private final byte[] buffer;

    private final int[] recent = {1, 1, 1};
    private int end;
    private int frameStart;
    private int frames;
    private int type;
    private int left;
    private boolean isOdd;
    private boolean isBegun;
    private int callSize;

    /**
     * For one folder of a cabinet.
     *
     * @param bits of its window
     */
    Lzx(int bits) throws DamagedException {
        if (bits < MIN_WINDOW || bits > MAX_WINDOW) {
            throw new DamagedException("The cabinet names a window of 2^" + bits + " bytes, which LZX does not have.");
        }
        window = 1 << bits;
        main = new LzxTree(LITERALS + 8 * SLOTS[bits - MIN_WINDOW]);
        buffer = new byte[window + 2 * FRAME];
    }

    /**
     * Unpacks the next block of the cabinet.
     *
     * @param size of what comes out, at most 32 kB
     */
    byte[] unpack(byte[] packed, int size) throws DamagedException {
        LzxBits bits = new LzxBits(packed);
        if (!isBegun) {
            isBegun = true;
            callSize = bits.read(1) == 0 ? 0 : bits.read(16) << 16 | bits.read(16);
        }
        if (frameStart + size + LONGEST > buffer.length) {
            int kept = Math.min(window, frameStart) + end - frameStart;
            System.arraycopy(buffer, end - kept, buffer, 0, kept);
            frameStart -= end - kept;
            end = kept;
        }
        int wanted = frameStart + size;
        while (end < wanted) {
            if (left == 0) {
                begin(bits);
            }
            if (type == STORED) {
                stored(bits, wanted);
            } else {
                coded(bits, wanted);
            }
        }
        byte[] frame = Arrays.copyOfRange(buffer, frameStart, wanted);
        if (callSize != 0 && frames < MAX_CALL_FRAMES) {
            translate(frame);
        }
        frameStart = wanted;
        frames++;
        return frame;
    }

    /** The header of a block of LZX, which is none of the cabinet's. */
    private void begin(LzxBits bits) throws DamagedException {
        if (isOdd) {
            // The byte that makes it even is in the next block of the cabinet.
            bits.readByte();
            isOdd = false;
        }
        type = bits.read(3);
        left = bits.read(16) << 8 | bits.read(8);
        if (type == STORED) {
            bits.align();
            for (int i = 0; i < recent.length; i++) {
                recent[i] = bits.readNumber();
            }
            isOdd = left % 2 == 1;
            return;
        }
        if (type != VERBATIM && type != ALIGNED_OFFSETS) {
            throw new DamagedException("A block is of a kind " + type + ", which LZX does not have.");
        }
        if (type == ALIGNED_OFFSETS) {
            for (int i = 0; i < ALIGNED; i++) {
                aligned.length(i, bits.read(3));
            }
            aligned.build();
        }
        main.readLengths(bits, 0, LITERALS);
        main.readLengths(bits, LITERALS, main.size());
        main.build();
        lengths.readLengths(bits, 0, LENGTHS);
        lengths.build();
    }

    private void stored(LzxBits bits, int wanted) throws DamagedException {
        int count = Math.min(left, wanted - end);
        for (int i = 0; i < count; i++) {
            buffer[end++] = (byte) bits.readByte();
        }
        left -= count;
        if (left == 0 && isOdd && bits.hasByte()) {
            bits.readByte();
            isOdd = false;
        }
    }

    private void coded(LzxBits bits, int wanted) throws DamagedException {
        while (left > 0 && end < wanted) {
            int symbol = main.read(bits);
            if (symbol < LITERALS) {
                buffer[end++] = (byte) symbol;
                left--;
                continue;
            }
            int length = (symbol - LITERALS) % 8;
            length += SHORTEST + (length == 7 ? lengths.read(bits) : 0);
            int distance = distance(bits, (symbol - LITERALS) / 8);
            // What lies before the window was overwritten in the memory of who packed it.
            if (distance <= 0 || distance > Math.min(window, end) || length > left) {
                throw new DamagedException("A block refers to what is not there.");
            }
            for (int i = 0; i < length; i++) {
                buffer[end] = buffer[end - distance];
                end++;
            }
            left -= length;
        }
    }

    /** Slots 0 to 2 repeat one of the last three distances, which then is the last one. */
    private int distance(LzxBits bits, int slot) throws DamagedException {
        if (slot < recent.length) {
            int distance = recent[slot];
            recent[slot] = recent[0];
            recent[0] = distance;
            return distance;
        }
        int extra = extra(slot);
        int distance = base(slot) - 2;
        if (type == ALIGNED_OFFSETS && extra >= 3) {
            distance += (extra > 3 ? bits.read(extra - 3) << 3 : 0) + aligned.read(bits);
        } else {
            distance += extra > 16 ? bits.read(1) << 16 | bits.read(16) : bits.read(extra);
        }
        recent[2] = recent[1];
        recent[1] = recent[0];
        recent[0] = distance;
        return distance;
    }

    private static int extra(int slot) {
        return slot < 4 ? 0 : Math.min(MAX_EXTRA, slot / 2 - 1);
    }

    /** The smallest distance of a slot, plus 2; from slot 36 on each has 2^17 distances. */
    private static int base(int slot) {
        int doubling = 2 * MAX_EXTRA + 2;
        if (slot < 4) {
            return slot;
        }
        return slot < doubling
                ? 2 + slot % 2 << slot / 2 - 1
                : (2 << doubling / 2 - 1) + (slot - doubling << MAX_EXTRA);
    }

    /** Turns addresses behind calls of x86 back into distances (MS-PATCH section 2.3). */
    private void translate(byte[] frame) {
        int start = frames * FRAME;
        for (int i = 0; i < frame.length - CALL_BYTES; i++) {
            if ((frame[i] & 0xff) == CALL) {
                int address = frame[i + 1] & 0xff
                        | (frame[i + 2] & 0xff) << 8
                        | (frame[i + 3] & 0xff) << 16
                        | (frame[i + 4] & 0xff) << 24;
                if (address >= -(start + i) && address < callSize) {
                    int relative = address >= 0 ? address - (start + i) : address + callSize;
                    for (int k = 1; k <= 4; k++) {
                        frame[i + k] = (byte) (relative >> 8 * (k - 1));
                    }
                }
                i += 4;
            }
        }
    }
}
