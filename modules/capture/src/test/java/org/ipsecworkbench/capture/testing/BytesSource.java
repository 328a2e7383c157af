package org.ipsecworkbench.capture.testing;

import java.nio.ByteBuffer;
import org.ipsecworkbench.capture.spi.CaptureSource;

/** A capture in memory. */
public record BytesSource(ByteBuffer bytes) implements CaptureSource {
    /** Over some bytes. */
    public static BytesSource of(byte[] bytes) {
        return new BytesSource(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
    }

    @Override
    public long size() {
        return bytes.limit();
    }

    @Override
    public ByteBuffer buffer(long offset) {
        return bytes;
    }

    @Override
    public int index(long offset) {
        return (int) offset;
    }
}
