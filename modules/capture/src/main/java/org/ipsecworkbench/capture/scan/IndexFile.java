package org.ipsecworkbench.capture.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A temporary file that holds what would not fit into the heap, as buffers of equal size. It is made when the first buffer
 * is asked for, has no name where the system allows this, and goes with the last buffer. Used by one thread at a time.
 */
final class IndexFile {
    /** Bytes that are reserved at once: few mappings, and little that stays unused. */
    private static final int STRETCH = 1 << 24;

    private final int ints;
    private @Nullable FileChannel channel;
    private IntBuffer stretch = IntBuffer.allocate(0);

    /** Of buffers that hold so many numbers each, of which a stretch of 16 MiB is a multiple. */
    IndexFile(int ints) {
        this.ints = ints;
    }

    /**
     * One more buffer, all 0.
     *
     * @throws IOException if there is no room for it
     */
    IntBuffer next() throws IOException {
        if (!stretch.hasRemaining()) {
            stretch = reserve();
        }
        int at = stretch.position();
        stretch.position(at + ints);
        return stretch.slice(at, ints);
    }

    private IntBuffer reserve() throws IOException {
        FileChannel to = channel;
        if (to == null) {
            Path file = Files.createTempFile("ipsecwb-", ".index");
            to = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            channel = to;
        }
        long from = to.size();
        // Written, not only made longer: where the disk is full, that is an exception here and none later in the
        // mapping.
        ByteBuffer nothing = ByteBuffer.allocateDirect(1 << 20);
        while (to.size() < from + STRETCH) {
            nothing.clear();
            to.write(nothing, to.size());
        }
        return to.map(FileChannel.MapMode.READ_WRITE, from, STRETCH)
                .order(ByteOrder.nativeOrder())
                .asIntBuffer();
    }
}
