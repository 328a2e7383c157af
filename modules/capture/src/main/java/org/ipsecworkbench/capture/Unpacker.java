package org.ipsecworkbench.capture;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Unpacks compressed captures to temporary files, recognised by content. */
final class Unpacker {
    private static final Logger LOG = Logger.getLogger(Unpacker.class.getName());
    private static final int BUFFER = 1 << 16;

    private Unpacker() {}

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
            in.mark(2);
            boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            if (!gzip) {
                return null;
            }
            Path unpacked = Files.createTempFile("ipsecwb-", ".capture");
            boolean done = false;
            try (OutputStream out = Files.newOutputStream(unpacked)) {
                copy(in, out, file, limits, problems, monitor);
                done = true;
            } finally {
                if (!done) {
                    deleteQuietly(unpacked);
                }
            }
            return unpacked;
        }
    }

    private static void copy(
            InputStream packed,
            OutputStream out,
            Path file,
            CaptureLimits limits,
            ProblemLog problems,
            ScanMonitor monitor)
            throws IOException {
        CountingStream counted = new CountingStream(packed);
        long size = Files.size(file);
        long written = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = new GZIPInputStream(counted, BUFFER)) {
            int count = in.read(buffer);
            while (count >= 0 && !monitor.cancelled()) {
                if (written + count > limits.maxDecompressedBytes()) {
                    problems.add(
                            "file",
                            "It unpacks to more than " + limits.maxDecompressedBytes()
                                    + " bytes; the rest is left out.");
                    return;
                }
                out.write(buffer, 0, count);
                written += count;
                monitor.progress(counted.count, size);
                count = in.read(buffer);
            }
        } catch (EOFException | ZipException e) {
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

    private static final class CountingStream extends java.io.FilterInputStream {
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
