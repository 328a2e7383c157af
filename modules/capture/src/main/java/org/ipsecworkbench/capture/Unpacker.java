package org.ipsecworkbench.capture;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.ipsecworkbench.capture.spi.CaptureSource;
import org.ipsecworkbench.capture.spi.PackedCaptureFormat;
import org.jspecify.annotations.Nullable;

/** Writes captures that cannot be read in place to temporary files that can: compressed ones and packed formats. */
final class Unpacker {
    private static final Logger LOG = Logger.getLogger(Unpacker.class.getName());
    private static final int BUFFER = 1 << 16;

    /** Holds the first block of Zstandard, which is unpacked whole or not at all, and whatever may precede it. */
    private static final int PACKED_HEAD = 1 << 18;

    private Unpacker() {}

    /** A way to compress any file, recognised by its first bytes. */
    private enum Compression {
        GZIP(0x1f8b_0000, 0xffff_0000) {
            @Override
            InputStream open(InputStream packed) throws IOException {
                return new GzipMembers(packed);
            }
        },
        ZSTANDARD(0x28b5_2ffd, 0xffff_ffff) {
            @Override
            InputStream open(InputStream packed) throws IOException {
                return new ZstdInputStream(packed);
            }
        };

        private final int magic;
        private final int mask;

        Compression(int magic, int mask) {
            this.magic = magic;
            this.mask = mask;
        }

        /** Throws {@link EOFException}, {@link ZipException} or {@link ZstdIOException} at damage, now or when read from. */
        abstract InputStream open(InputStream packed) throws IOException;

        static @Nullable Compression of(InputStream in) throws IOException {
            in.mark(4);
            byte[] head = in.readNBytes(4);
            in.reset();
            int first = ByteBuffer.wrap(Arrays.copyOf(head, 4)).getInt();
            for (Compression compression : values()) {
                if ((first & compression.mask) == compression.magic) {
                    return compression;
                }
            }
            return null;
        }
    }

    /**
     * Unpacks a file where it is compressed.
     *
     * @return the temporary file, which the caller deletes; null where the file is not compressed
     */
    static @Nullable Path unpack(Path file, CaptureLimits limits, ProblemLog problems, ScanMonitor monitor)
            throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(
                    Files.isDirectory(file)
                            ? file + " is a directory."
                            : Files.exists(file) ? file + " is not a regular file." : file + " does not exist.");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            Compression compression = Compression.of(in);
            return compression == null
                    ? null
                    : spool(limits, problems, out -> copy(compression, in, out, Files.size(file), problems, monitor));
        }
    }

    /** The first bytes of what a file holds, unpacked where it is compressed; fewer where it is short or damaged. */
    static byte[] head(InputStream file, int length) throws IOException {
        InputStream in = new BufferedInputStream(file, length);
        Compression compression = Compression.of(in);
        if (compression == null) {
            return in.readNBytes(length);
        }
        byte[] head = new byte[length];
        int size = 0;
        try (InputStream unpacked = compression.open(new ByteArrayInputStream(in.readNBytes(PACKED_HEAD)))) {
            int count = unpacked.read(head);
            while (count > 0) {
                size += count;
                count = unpacked.read(head, size, length - size);
            }
        } catch (EOFException | ZipException | ZstdIOException e) {
            LOG.log(Level.FINE, "only {0} bytes could be unpacked to recognise the file", size);
        }
        return Arrays.copyOf(head, size);
    }

    /** A temporary file, which the caller deletes, and how many copies of packets were left out of it. */
    record Unpacked(Path file, long copies) {}

    /** Unpacks a file of a packed format. */
    static Unpacked unpack(
            PackedCaptureFormat format,
            CaptureSource source,
            CaptureLimits limits,
            ProblemLog problems,
            ScanMonitor monitor)
            throws IOException {
        AtomicLong copies = new AtomicLong();
        Path file = spool(limits, problems, out -> copies.set(format.unpack(source, out, limits, problems, monitor)));
        return new Unpacked(file, copies.get());
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static Path spool(CaptureLimits limits, ProblemLog problems, Writing writing) throws IOException {
        Path unpacked = Files.createTempFile("ipsecwb-", ".capture");
        boolean done = false;
        try (OutputStream file = Files.newOutputStream(unpacked)) {
            OutputStream out = new BufferedOutputStream(new LimitedStream(file, limits.maxDecompressedBytes()), BUFFER);
            try {
                writing.to(out);
                out.flush();
            } catch (LimitException e) {
                problems.add(
                        "file",
                        "It unpacks to more than " + limits.maxDecompressedBytes() + " bytes; the rest is left out.");
            }
            done = true;
        } finally {
            if (!done) {
                deleteQuietly(unpacked);
            }
        }
        return unpacked;
    }

    private static void copy(
            Compression compression,
            InputStream packed,
            OutputStream out,
            long size,
            ProblemLog problems,
            ScanMonitor monitor)
            throws IOException {
        CountingStream counted = new CountingStream(packed);
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = compression.open(counted)) {
            int count = in.read(buffer);
            while (count >= 0 && !monitor.cancelled()) {
                out.write(buffer, 0, count);
                monitor.progress(counted.count, size);
                count = in.read(buffer);
            }
        } catch (EOFException | ZipException | ZstdIOException e) {
            problems.add(
                    "offset " + counted.count,
                    "The compressed file is damaged or was cut off; what could be unpacked before that is shown.");
        }
    }

    static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.FINE, "temporary file stays until the program ends", e);
        }
    }

    /**
     * Java's own calls itself for the member that follows one without content, so a file of nothing but those would use up
     * the stack.
     */
    private static final class GzipMembers extends GZIPInputStream {
        private static final int MAX_EMPTY_IN_A_ROW = 100;
        private int depth;

        GzipMembers(InputStream packed) throws IOException {
            super(packed, BUFFER);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (depth > MAX_EMPTY_IN_A_ROW) {
                throw new ZipException("more than " + MAX_EMPTY_IN_A_ROW + " empty members in a row");
            }
            depth++;
            try {
                return super.read(buffer, offset, length);
            } finally {
                depth--;
            }
        }
    }

    private static final class LimitException extends IOException {
        private static final long serialVersionUID = 1;
    }

    private static final class LimitedStream extends FilterOutputStream {
        private long left;

        LimitedStream(OutputStream out, long limit) {
            super(out);
            left = limit;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, (int) Math.min(length, left));
            if (length > left) {
                left = 0;
                throw new LimitException();
            }
            left -= length;
        }
    }

    private static final class CountingStream extends FilterInputStream {
        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
