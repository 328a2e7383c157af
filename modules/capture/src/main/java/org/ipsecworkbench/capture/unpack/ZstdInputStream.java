package org.ipsecworkbench.capture.unpack;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks Zstandard: any number of frames, with their checksums; frames that need a dictionary are refused.
 *
 * <p>What was unpacked before damage is given out before the damage is told, as a {@link ZipException} or an {@link
 * EOFException}. Memory grows with what is unpacked, up to 1.25 times {@link #MAX_WINDOW}.
 *
 * <p>It is our own because the libraries that do it are native code or use {@code sun.misc.Unsafe}: captures come from
 * anywhere, and unpacking one must not be able to do more than fail. Source: RFC 8878.
 */
public final class ZstdInputStream extends InputStream {
    /** As far back as a frame may refer, in bytes. The command line tool of Zstandard has the same limit. */
    public static final int MAX_WINDOW = 1 << 27;

    private static final int FRAME = 0xfd2fb528;
    private static final int SKIPPABLE = 0x184d2a50;

    private final InputStream in;
    private final byte[] block = new byte[ZstdBlock.MAX_BLOCK + BackwardBits.SPARE];
    /** Unpacked bytes: those behind {@link #read} were given out and are kept because later ones may refer to them. */
    private byte[] window = new byte[4 * ZstdBlock.MAX_BLOCK];

    private int read;
    private int written;
    private int windowSize;
    private int maxBlock;
    private boolean lastBlock = true;
    private boolean first = true;
    private @Nullable Xxh64 checksum;
    private ZstdBlock blocks = new ZstdBlock();

    /** Over a stream, best a buffered one. */
    public ZstdInputStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (read == written) {
            if (lastBlock) {
                if (!nextFrame()) {
                    return -1;
                }
            } else {
                nextBlock();
            }
        }
        int count = Math.min(length, written - read);
        System.arraycopy(window, read, bytes, offset, count);
        read += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Reads the header of the next frame that holds data; false at the end of the file. */
    private boolean nextFrame() throws IOException {
        while (true) {
            byte[] magic = in.readNBytes(4);
            if (magic.length == 0 && !first) {
                return false;
            }
            if (magic.length < 4) {
                throw new EOFException("cut off inside a frame's header");
            }
            int value = (int) little(magic);
            if (value == FRAME) {
                header();
                first = false;
                return true;
            }
            if ((value & ~15) != SKIPPABLE) {
                throw new ZipException("no frame where one should begin");
            }
            in.skipNBytes(little(bytes(4)));
            first = false;
        }
    }

    private void header() throws IOException {
        int descriptor = bytes(1)[0];
        boolean single = (descriptor & 0x20) != 0;
        if ((descriptor & 0x08) != 0) {
            throw new ZipException("a frame with reserved bits");
        }
        checksum = (descriptor & 0x04) != 0 ? new Xxh64() : null;
        long size = single ? 0 : window(bytes(1)[0] & 0xff);
        if (little(bytes(new int[] {0, 1, 2, 4}[descriptor & 3])) != 0) {
            throw new ZipException("a frame that needs a dictionary");
        }
        int sizeBytes = new int[] {single ? 1 : 0, 2, 4, 8}[descriptor >>> 6 & 3];
        long content = little(bytes(sizeBytes)) + (sizeBytes == 2 ? 256 : 0);
        size = single ? content : size;
        if (size < 0 || size > MAX_WINDOW) {
            throw new ZipException("a frame that needs " + size + " bytes of memory");
        }
        windowSize = (int) size;
        maxBlock = Math.min(Math.max(1, windowSize), ZstdBlock.MAX_BLOCK);
        lastBlock = false;
        read = 0;
        written = 0;
        blocks = new ZstdBlock();
    }

    private static long window(int descriptor) {
        long base = 1L << 10 + (descriptor >>> 3);
        return base + base / 8 * (descriptor & 7);
    }

    private void nextBlock() throws IOException {
        int header = (int) little(bytes(3));
        int size = header >>> 3;
        int type = header >>> 1 & 3;
        if (type == 3 || size > ZstdBlock.MAX_BLOCK) {
            throw new ZipException("a block that cannot be");
        }
        makeRoom();
        int start = written;
        switch (type) {
            case 0 -> {
                fill(window, size);
                written += size;
            }
            case 1 -> {
                Arrays.fill(window, start, start + size, bytes(1)[0]);
                written += size;
            }
            default -> {
                fillBlock(size);
                written = blocks.decode(block, size, window, start);
            }
        }
        if (written - start > maxBlock) {
            written = start;
            throw new ZipException("a block that is larger than its frame allows");
        }
        lastBlock = (header & 1) != 0;
        if (checksum != null) {
            checksum.update(window, start, written - start);
            if (lastBlock && (int) little(bytes(4)) != (int) checksum.digest()) {
                throw new ZipException("a wrong checksum");
            }
        }
    }

    /** Makes room for a block behind {@link #written}, and drops what nothing can refer to any more. */
    private void makeRoom() {
        int needed = ZstdBlock.MAX_BLOCK;
        if (window.length - written >= needed) {
            return;
        }
        int most = windowSize + Math.max(8 * needed, windowSize / 4);
        if (window.length < most) {
            window = Arrays.copyOf(window, (int) Math.min(most, 2L * window.length));
            if (window.length - written >= needed) {
                return;
            }
        }
        int kept = Math.min(written, windowSize);
        System.arraycopy(window, written - kept, window, 0, kept);
        written = kept;
        read = kept;
    }

    private void fill(byte[] into, int count) throws IOException {
        if (in.readNBytes(into, written, count) < count) {
            throw new EOFException("cut off inside a block");
        }
    }

    private void fillBlock(int count) throws IOException {
        if (in.readNBytes(block, 0, count) < count) {
            throw new EOFException("cut off inside a block");
        }
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("cut off inside a header");
        }
        return bytes;
    }

    private static long little(byte[] bytes) {
        long value = 0;
        for (int i = 0; i < bytes.length; i++) {
            value |= (bytes[i] & 0xffL) << 8 * i;
        }
        return value;
    }
}
