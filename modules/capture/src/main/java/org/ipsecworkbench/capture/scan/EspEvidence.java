package org.ipsecworkbench.capture.scan;

import org.ipsecworkbench.capture.decode.Frame;

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

    private static final int MAX_LENGTHS = 8;

    long batch = -1;
    int inBatch;

    private long tested;
    private long structured;
    private long verified;
    private long measured;
    /** Bit n: a length occurred that leaves n when divided by 16. */
    private int residues;

    private final int[] lengths = new int[MAX_LENGTHS];
    private int distinctLengths;

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

    /** Packets whose length is known, also where their end was not captured. */
    public long measured() {
        return measured;
    }

    /** How many different lengths occurred, counted up to 8. */
    public int distinctLengths() {
        return distinctLengths;
    }

    /** Whether all lengths leave the same rest when divided by a block of so many bytes (8 or 16). */
    public boolean sameResidue(int block) {
        int folded = block == 16 ? residues : (residues | residues >>> 8) & 0xff;
        return Integer.bitCount(folded) == 1;
    }

    /** Looks at a packet of the flow. */
    void look(Frame f) {
        int length = f.espLength - 8;
        if (length <= 0) {
            return;
        }
        measured++;
        residues |= 1 << (length & 15);
        noteLength(length);
        if (f.end - f.esp < f.espLength) {
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

    private void noteLength(int length) {
        if (distinctLengths == MAX_LENGTHS) {
            return;
        }
        for (int i = 0; i < distinctLengths; i++) {
            if (lengths[i] == length) {
                return;
            }
        }
        lengths[distinctLengths++] = length;
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

    void add(EspEvidence other) {
        tested += other.tested;
        structured += other.structured;
        verified += other.verified;
        measured += other.measured;
        residues |= other.residues;
        for (int i = 0; i < other.distinctLengths; i++) {
            noteLength(other.lengths[i]);
        }
    }
}
