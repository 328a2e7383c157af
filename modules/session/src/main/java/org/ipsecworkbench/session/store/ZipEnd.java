package org.ipsecworkbench.session.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What the end of a ZIP file says of its directory (APPNOTE 4.3.14 to 4.3.16), which is looked at before anything allocates by
 * it.
 *
 * @param directoryBytes -1 where the file has no end of a ZIP
 */
record ZipEnd(long directoryBytes) {
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int MAX_COMMENT = 0xffff;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_BYTES = 20;
    private static final int END64 = 0x06064b50;
    private static final int END64_BYTES = 56;
    private static final int SIZE_AT = 12;
    private static final int LOCATOR_OFFSET_AT = 8;
    private static final int SIZE64_AT = 40;
    private static final long UNSIGNED = 0xffffffffL;

    static ZipEnd of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            ByteBuffer tail = read(channel, Math.max(0, size - END_BYTES - MAX_COMMENT - LOCATOR_BYTES), size);
            for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
                if (tail.getInt(at) == END) {
                    return new ZipEnd(directoryBytes(channel, tail, at));
                }
            }
            return new ZipEnd(-1);
        }
    }

    private static long directoryBytes(FileChannel channel, ByteBuffer tail, int end) throws IOException {
        int locator = end - LOCATOR_BYTES;
        if (locator >= 0 && tail.getInt(locator) == LOCATOR) {
            long at = tail.getLong(locator + LOCATOR_OFFSET_AT);
            if (at >= 0 && at <= channel.size() - END64_BYTES) {
                ByteBuffer end64 = read(channel, at, at + END64_BYTES);
                if (end64.limit() == END64_BYTES && end64.getInt(0) == END64) {
                    long bytes = end64.getLong(SIZE64_AT);
                    return bytes < 0 ? Long.MAX_VALUE : bytes;
                }
            }
        }
        return tail.getInt(end + SIZE_AT) & UNSIGNED;
    }

    private static ByteBuffer read(FileChannel channel, long from, long to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) (to - from)).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            continue;
        }
        return bytes.flip();
    }
}
