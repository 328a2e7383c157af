package org.ipsecworkbench.capture.judge;

import org.ipsecworkbench.capture.Confidentiality;
import org.ipsecworkbench.capture.scan.EspEvidence;
import org.jspecify.annotations.Nullable;

/**
 * Whether the ESP of one SPI is encrypted, from what its packets show.
 *
 * <p>Readable, where a readable packet was found inside: two matching checksums, or five of six packets with a sound
 * structure. Encrypted, where ten packets show none; where of twenty packets that were cut at most a third begin like an
 * inner header, as all would with NULL; or where all lengths fit a block cipher and no packet reads as NULL. Anything else
 * stays unknown. The thresholds are ours; a random packet passes the structure test about once in two
 * thousand times, an inner checksum once in 65,536.
 */
final class EspJudge {
    private static final int ENOUGH_PACKETS = 10;
    private static final int ENOUGH_BEGINNINGS = 20;
    private static final int ENOUGH_LENGTHS = 5;
    private static final int ENOUGH_LENGTHS_FOR_SMALL_BLOCKS = 8;
    private static final int ENOUGH_FOR_LENGTHS = 30;

    private EspJudge() {}

    static Confidentiality judge(@Nullable EspEvidence evidence) {
        if (evidence == null) {
            return Confidentiality.UNKNOWN;
        }
        long tested = evidence.tested();
        if (evidence.verified() >= 2 || evidence.structured() >= 5 && evidence.structured() * 6 >= tested * 5) {
            return Confidentiality.READABLE;
        }
        // A stray hit among many is chance.
        boolean noneReadable = evidence.verified() == 0 && evidence.structured() * 100 <= tested;
        if (tested >= ENOUGH_PACKETS && noneReadable) {
            return Confidentiality.ENCRYPTED;
        }
        boolean noHeaders = evidence.begun() >= ENOUGH_BEGINNINGS && evidence.plausible() * 3 <= evidence.begun();
        if (noHeaders && noneReadable) {
            return Confidentiality.ENCRYPTED;
        }
        if (isBlockCipher(evidence) && noneReadable) {
            return Confidentiality.ENCRYPTED;
        }
        return Confidentiality.UNKNOWN;
    }

    /**
     * Lengths of a block cipher leave one rest. Those of NULL, GMAC, CTR and GCM are multiples of 4 and leave several, given
     * enough of them: by chance one in 256 with five lengths and 16 bytes, one in 128 with eight lengths and 8 bytes.
     */
    private static boolean isBlockCipher(EspEvidence evidence) {
        return evidence.packets() >= ENOUGH_FOR_LENGTHS
                && (evidence.distinctLengths() >= ENOUGH_LENGTHS && evidence.sameResidue(16)
                        || evidence.distinctLengths() >= ENOUGH_LENGTHS_FOR_SMALL_BLOCKS && evidence.sameResidue(8));
    }
}
