package org.ipsecworkbench.capture.detail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;

/**
 * Any bytes give a tree whose places lie inside them.
 *
 * <p>The first byte of an input is the link type, the second how many bytes more the packet had on the wire.
 */
class PacketDetailsFuzzTest {
    private static final int LONG_LINK_TYPE = 276;

    @FuzzTest
    void anyBytesGiveASoundTree(byte[] input) {
        if (input.length < 2) {
            return;
        }
        ByteBuffer frame = ByteBuffer.wrap(input, 2, input.length - 2).slice();
        int linkType = (input[0] & 0xff) == 255 ? LONG_LINK_TYPE : input[0] & 0xff;
        PacketDetailsTest.checked(frame, linkType, frame.limit() + (input[1] & 0xff));
    }
}
