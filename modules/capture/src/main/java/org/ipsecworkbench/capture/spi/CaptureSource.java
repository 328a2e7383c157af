package org.ipsecworkbench.capture.spi;

import java.nio.ByteBuffer;

/**
 * The bytes of a capture file, for reading at any place by any thread.
 *
 * <p>A file is seen through buffers, each of which covers at least {@link
 * org.ipsecworkbench.capture.CaptureLimits#maxRecordBytes} bytes from any offset that it is asked for, or up to the end of
 * the file. So a record that is not longer than the limit is always read from one buffer:
 *
 * <pre>{@code
 * ByteBuffer bytes = source.buffer(offset);
 * int at = source.index(offset);
 * int first = bytes.getInt(at);
 * }</pre>
 */
public interface CaptureSource {
    /** How many bytes there are. */
    long size();

    /** The buffer to read from at an offset: read-only, big endian, to be used with absolute indexes only. */
    ByteBuffer buffer(long offset);

    /** The index of an offset in the buffer that {@link #buffer} gives for it. */
    int index(long offset);
}
