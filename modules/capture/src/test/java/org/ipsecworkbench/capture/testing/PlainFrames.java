package org.ipsecworkbench.capture.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import org.ipsecworkbench.capture.Exemption;
import org.ipsecworkbench.capture.decode.Frame;
import org.ipsecworkbench.capture.decode.FrameDecoder;
import org.ipsecworkbench.capture.decode.LinkTypes;
import org.ipsecworkbench.capture.decode.PlainFrame;

/** Holds {@link PlainFrame} against {@link FrameDecoder}. */
public final class PlainFrames {
    private static final long IPV4 = 0xffffffffL;

    private PlainFrames() {}

    /**
     * Decodes an Ethernet frame both ways.
     *
     * @return whether it is plain; then both found the same
     */
    public static boolean check(ByteBuffer bytes, int at, int captured) {
        checkIke(bytes, at, captured);
        PlainFrame plain = new PlainFrame();
        if (!plain.read(mapped(bytes), at, captured)) {
            return false;
        }
        FrameDecoder decoder = new FrameDecoder();
        decoder.decode(bytes, at, captured, LinkTypes.ETHERNET);
        Frame f = decoder.frame;
        assertEquals(f.trafficClass, plain.trafficClass);
        assertEquals(Exemption.NONE, f.exemption);
        assertFalse(f.malformed);
        assertFalse(f.firstFragment || f.laterFragment);
        assertTrue(f.hasAddresses);
        assertEquals(0, f.network);
        assertEquals(0, f.sourceHigh | f.destinationHigh);
        assertEquals(Frame.IPV4 | plain.addresses >>> 32, f.sourceLow);
        assertEquals(Frame.IPV4 | plain.addresses & IPV4, f.destinationLow);
        assertEquals(f.spi, plain.spi);
        assertEquals(f.esp >= 0 ? f.sequence : 0, plain.sequence);
        assertEquals(f.esp >= 0 ? f.espLength : 0, plain.espLength);
        assertEquals(f.trafficClass.isEsp(), f.esp >= 0);
        assertEquals(f.identity(), plain.identity);
        return true;
    }

    /** The same bytes, beside the heap as those of a file. */
    private static MappedByteBuffer mapped(ByteBuffer bytes) {
        ByteBuffer copy = ByteBuffer.allocateDirect(bytes.limit()).put(0, bytes, 0, bytes.limit());
        return (MappedByteBuffer) copy;
    }

    /** Likewise with what is plain but for the ports of IKE; returns whether it is. */
    public static boolean checkIke(ByteBuffer bytes, int at, int captured) {
        int length = PlainFrame.ike(bytes, at, captured);
        if (length < 0) {
            return false;
        }
        FrameDecoder decoder = new FrameDecoder();
        decoder.decode(bytes, at, captured, LinkTypes.ETHERNET);
        Frame f = decoder.frame;
        assertFalse(f.firstFragment || f.laterFragment);
        assertEquals(17, f.protocol);
        assertEquals(at + PlainFrame.TRANSPORT, f.transport);
        assertEquals(at + length, f.end);
        assertEquals(bytes.getShort(f.transport) & 0xffff, f.sourcePort);
        assertEquals(bytes.getShort(f.transport + 2) & 0xffff, f.destinationPort);
        return true;
    }
}
