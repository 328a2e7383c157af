package org.ipsecworkbench.capture.scan;

import org.ipsecworkbench.capture.decode.Frame;
import org.jspecify.annotations.Nullable;

/**
 * What the packets of one ESP flow show of their content, in the manner of RFC 5879: whether a trailer and an inner header
 * can be read where ESP-NULL would have them, and which lengths occur.
 *
 * <p>An SPI keeps its algorithms, so lengths and hits are added up over its packets; a single packet decides nothing.
 */
public final class EspEvidence {
    /** Lengths of integrity check values: SHA1-96 and MD5-96; SHA256-128 and GMAC; truncations that others use. */
    private static final int[] CHECK_VALUES = {12, 16, 20, 24, 32};
    /** Lengths of initialisation vectors: none with NULL, 8 with GMAC. */
    private static final int[] VECTORS = {0, 8};

    /** Bytes behind the ESP header that an inner header is looked for in: a vector, and a TCP header up to its flags. */
    private static final int BEGINNING = 22;

    /** Bits 0 to 15: rests of the lengths divided by 16 that occurred. Bits 16 to 63: lengths that occurred, hashed. */
    private long lengths;

    private long packets;
    private long tested;
    private long structured;
    private long verified;
    private long begun;
    private long plausible;

    /** Of nothing yet. */
    public EspEvidence() {}

    /** Of so many packets with these {@link #lengthBits} together. */
    EspEvidence(long packets, long lengths) {
        this.packets = packets;
        this.lengths = lengths;
    }

    /** Packets whose content was looked at. */
    public long tested() {
        return tested;
    }

    /** Packets in which a readable trailer and inner header were found. */
    public long structured() {
        return structured;
    }

    /** Packets whose inner checksum agreed, which happens by chance once in 65,536. */
    public long verified() {
        return verified;
    }

    /** Packets in all. */
    public long packets() {
        return packets;
    }

    /** Packets whose first bytes were looked at, where NULL would have an inner header. */
    public long begun() {
        return begun;
    }

    /** Packets whose first bytes would do for an inner header; about one in eight does by chance. */
    public long plausible() {
        return plausible;
    }

    /** How many different lengths occurred, at least. */
    public int distinctLengths() {
        return Long.bitCount(lengths >>> 16);
    }

    /** Whether all lengths leave the same rest when divided by a block of so many bytes (8 or 16). */
    public boolean sameResidue(int block) {
        long folded = block == 16 ? lengths & 0xffff : (lengths | lengths >>> 8) & 0xff;
        return Long.bitCount(folded) == 1;
    }

    /** What {@link Frame#espLength} of one packet adds to what is known of its flow; 0 where it is not known. */
    static long lengthBits(int espLength) {
        int length = espLength - 8;
        return length <= 0 ? 0 : 1L << (length & 15) | 1L << 16 + (length * 0x9e3779b9 >>> 16) % 48;
    }

    /** Looks into a packet, for a sample of the flow. */
    void look(Frame f) {
        if (f.end - f.esp >= 8 + BEGINNING) {
            begun++;
            int length = f.espLength < 0 ? Integer.MAX_VALUE : f.espLength - 8;
            if (InnerPacket.mayBegin(f, f.esp + 8, length) || InnerPacket.mayBegin(f, f.esp + 16, length - 8)) {
                plausible++;
            }
        }
        if (f.espLength <= 8 || f.end - f.esp < f.espLength) {
            return;
        }
        tested++;
        int best = 0;
        for (int check : CHECK_VALUES) {
            for (int vector : VECTORS) {
                best = Math.max(best, candidate(f, check, vector));
            }
        }
        if (best > 0) {
            structured++;
        }
        if (best > 1) {
            verified++;
        }
    }

    /** How one packet reads as ESP-NULL best; null where it does not, is cut or not whole. Alone it proves nothing. */
    public static @Nullable EspReading reading(Frame f) {
        EspReading reading = null;
        if (f.esp >= 0 && f.espLength > 8 && f.end - f.esp >= f.espLength) {
            int best = 0;
            for (int check : CHECK_VALUES) {
                for (int vector : VECTORS) {
                    int candidate = candidate(f, check, vector);
                    if (candidate > best) {
                        best = candidate;
                        reading = new EspReading(vector, check);
                    }
                }
            }
        }
        return reading;
    }

    /** 0 where this reading makes no sense, 1 where it does, 2 where a checksum agrees. */
    private static int candidate(Frame f, int check, int vector) {
        int from = f.esp + 8 + vector;
        int trailer = f.esp + f.espLength - check - 2;
        if (trailer < from) {
            return 0;
        }
        int next = f.bytes.get(trailer + 1) & 0xff;
        if (!InnerPacket.isPlausible(next)) {
            return 0;
        }
        int padding = f.bytes.get(trailer) & 0xff;
        int to = trailer - padding;
        if (to < from) {
            return 0;
        }
        // RFC 4303 section 2.4: padding bytes count up from 1.
        for (int i = 0; i < padding; i++) {
            if (f.bytes.get(to + i) != (byte) (i + 1)) {
                return 0;
            }
        }
        return InnerPacket.judge(f, next, from, to - from);
    }

    /** Adds what another found. */
    public void add(EspEvidence other) {
        lengths |= other.lengths;
        packets += other.packets;
        tested += other.tested;
        structured += other.structured;
        verified += other.verified;
        begun += other.begun;
        plausible += other.plausible;
    }
}
