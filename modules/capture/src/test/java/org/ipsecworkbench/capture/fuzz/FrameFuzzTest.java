package org.ipsecworkbench.capture.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ipsecworkbench.capture.decode.Frame;
import org.ipsecworkbench.capture.decode.FrameDecoder;
import org.ipsecworkbench.capture.decode.LinkTypes;
import org.ipsecworkbench.capture.testing.FrameSeeds;
import org.ipsecworkbench.capture.testing.PlainFrames;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames of every link layer, which the first byte chooses. */
class FrameFuzzTest {
    /** Those that are decoded, and one that is not. */
    private static final int[] LINK_TYPES = {
        1, 101, 0, 108, 113, 276, 9, 50, 51, 104, 105, 127, 192, 228, 229, 239, 12, 14, 147
    };

    private static final int BEFORE = 64;
    private static final int BEHIND = 1024;

    private final FrameDecoder decoder = new FrameDecoder();

    static Stream<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (byte[] frame : FrameSeeds.ethernet()) {
            seeds.add(with(0, frame));
        }
        for (byte[] packet : FrameSeeds.raw()) {
            seeds.add(with(1, packet));
        }
        for (int i = 2; i < LINK_TYPES.length; i++) {
            seeds.add(with(i, FrameSeeds.raw().get(0)));
        }
        return seeds.stream();
    }

    /** The link layer that the first byte chooses. */
    static int linkType(byte[] input) {
        return LINK_TYPES[(input[0] & 0xff) % LINK_TYPES.length];
    }

    private static byte[] with(int linkType, byte[] frame) {
        byte[] seed = new byte[frame.length + 1];
        seed[0] = (byte) linkType;
        System.arraycopy(frame, 0, seed, 1, frame.length);
        return seed;
    }

    /** Decoding gives a class, and nothing that it finds depends on what lies around the frame. */
    @MethodSource("seeds")
    @FuzzTest
    void everyFrameHasAClass(byte[] input) {
        if (input.length == 0) {
            return;
        }
        int linkType = linkType(input);
        String amongOnes = decoded(input, linkType, (byte) 0xff);
        assertEquals(amongOnes, decoded(input, linkType, (byte) 0), () -> "link type " + linkType);
    }

    private String decoded(byte[] input, int linkType, byte around) {
        int length = input.length - 1;
        byte[] bytes = new byte[BEFORE + length + BEHIND];
        Arrays.fill(bytes, around);
        System.arraycopy(input, 1, bytes, BEFORE, length);
        if (linkType == LinkTypes.ETHERNET) {
            PlainFrames.check(ByteBuffer.wrap(bytes), BEFORE, length);
        }
        decoder.decode(ByteBuffer.wrap(bytes), BEFORE, length, linkType);
        Frame f = decoder.frame;
        assertTrue(f.end <= BEFORE + length, "it ends where its bytes end");
        assertTrue(f.esp == -1 || f.esp >= BEFORE && f.esp <= f.end - 4, "the SPI lies in it");
        // A message may be known by its ports and be cut right before its first byte.
        assertTrue(f.isakmp == -1 || f.isakmp >= BEFORE, "a message lies in it");
        assertTrue(f.spi == 0 || f.trafficClass.isProtected(), "an SPI belongs to IPsec");
        return f.trafficClass + " " + f.exemption + " " + f.malformed + " " + f.hasAddresses + " " + f.toGroup + " "
                + f.sourceHigh + " " + f.sourceLow + " " + f.destinationHigh + " " + f.destinationLow + " " + f.network
                + " "
                + f.protocol + " " + f.sourcePort + " " + f.destinationPort + " " + f.spi + " " + f.sequence + " "
                + f.esp
                + " " + f.espLength + " " + f.isakmp + " " + f.firstFragment + " " + f.laterFragment + " " + f.datagram
                + " "
                + f.end;
    }
}
