package org.ipsecworkbench.capture.decode;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Decodes one frame that lies in the middle of other bytes, as in a mapped file. */
final class Decoded {
    private static final int BEFORE = 37;
    private static final int BEHIND = 4096;

    private Decoded() {}

    /** The frame; what lies around it is 0xff, so that reading too far shows. */
    static Frame frame(int linkType, byte[] bytes) {
        byte[] around = new byte[BEFORE + bytes.length + BEHIND];
        Arrays.fill(around, (byte) 0xff);
        System.arraycopy(bytes, 0, around, BEFORE, bytes.length);
        FrameDecoder decoder = new FrameDecoder();
        decoder.decode(ByteBuffer.wrap(around).asReadOnlyBuffer(), BEFORE, bytes.length, linkType);
        return decoder.frame;
    }

    static Frame ethernet(byte[] bytes) {
        return frame(LinkTypes.ETHERNET, bytes);
    }
}
