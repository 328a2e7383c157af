package org.ipsecworkbench.capture.live;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.capture.format.PcapngWriter;
import org.ipsecworkbench.capture.live.LiveOptions.Ring;

/**
 * The pcapng files that one interface is captured to: a single one, or a ring whose oldest are deleted. Only whole blocks
 * reach them, so that what is there can be read at any time, also when a disk is full. Not for several threads, except
 * {@link #files}.
 */
final class CaptureFiles implements Closeable {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

    /** The statistics that end a file. */
    private static final int RESERVED = 128;

    /** What one interface's packets are described by. */
    record Source(int linkType, String name, int snapLength, String filter) {}

    private final Path output;
    private final Ring ring;
    private final Source source;
    private volatile List<Path> files = List.of();
    private Blocks blocks;
    private PcapngWriter writer;
    private int number;
    private long earlier;
    private boolean empty;

    /** Creates the first file; one that is there already is overwritten. */
    CaptureFiles(Path output, Ring ring, Source source) throws IOException {
        this.output = output;
        this.ring = ring;
        this.source = source;
        blocks = new Blocks(next());
        writer = begin();
    }

    /** The files that are there, the oldest first. Any thread. */
    List<Path> files() {
        return files;
    }

    /** Bytes that were written, over all files, with those of files that were deleted and those that wait. */
    long bytes() {
        return earlier + blocks.length();
    }

    /** Whether the packet needs a new file, which {@link #turn} begins. */
    boolean isFull(int captured) {
        return ring.isOn()
                && !empty
                && blocks.length() + PcapngWriter.length(captured) + RESERVED > ring.bytesPerFile();
    }

    /** Ends this file and begins the next one. */
    void turn(long time, LiveStatistics statistics) throws IOException {
        end(time, statistics);
        earlier += blocks.length();
        blocks = new Blocks(next());
        writer = begin();
        prune();
    }

    void packet(long time, byte[] bytes, int original) throws IOException {
        writer.packet(0, time, ByteBuffer.wrap(bytes), 0, bytes.length, original, PcapngWriter.UNKNOWN, "");
        empty = false;
    }

    /** Hands to the system what waits. */
    void flush() throws IOException {
        blocks.flush();
    }

    /** Ends the last file. */
    void end(long time, LiveStatistics statistics) throws IOException {
        writer.statistics(0, time, statistics.packets(), statistics.dropped(), statistics.droppedByInterface());
        close();
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }

    private Path next() {
        if (!ring.isOn()) {
            return output;
        }
        String name = output.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String suffix = dot > 0 ? name.substring(dot) : "";
        String stamp = LocalDateTime.now(ZoneId.systemDefault()).format(STAMP);
        return output.resolveSibling(String.format(Locale.ROOT, "%s_%05d_%s%s", stem, ++number, stamp, suffix));
    }

    private PcapngWriter begin() throws IOException {
        List<Path> more = new ArrayList<>(files);
        more.add(blocks.file);
        files = List.copyOf(more);
        empty = true;
        PcapngWriter begun = new PcapngWriter(blocks, System.getProperty("os.name", ""), "IPsec Workbench");
        begun.addInterface(source.linkType(), source.name(), "", source.snapLength(), source.filter());
        blocks.flush();
        return begun;
    }

    private void prune() throws IOException {
        while (ring.files() > 0 && files.size() > ring.files()) {
            Files.deleteIfExists(files.get(0));
            files = files.subList(1, files.size());
        }
    }

    /** Collects whole blocks, and takes back a piece of one that a full disk left. */
    private static final class Blocks extends OutputStream {
        /** So much is lost at most when the disk is full. */
        private static final int CAPACITY = 1 << 16;

        private final Path file;
        private final FileChannel channel;
        private final ByteBuffer waiting = ByteBuffer.allocateDirect(CAPACITY);
        private long written;

        Blocks(Path file) throws IOException {
            this.file = file;
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        }

        long length() {
            return written + waiting.position();
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] block, int from, int length) throws IOException {
            if (length > waiting.remaining()) {
                flush();
            }
            if (length > CAPACITY) {
                drain(ByteBuffer.wrap(block, from, length));
            } else {
                waiting.put(block, from, length);
            }
        }

        @Override
        public void flush() throws IOException {
            drain(waiting.flip());
            waiting.clear();
        }

        private void drain(ByteBuffer whole) throws IOException {
            int length = whole.remaining();
            try {
                while (whole.hasRemaining()) {
                    channel.write(whole);
                }
                written += length;
            } catch (IOException e) {
                waiting.clear();
                takeBack(e);
                throw e;
            }
        }

        private void takeBack(IOException e) {
            try {
                channel.truncate(written);
            } catch (IOException further) {
                e.addSuppressed(further);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                if (channel.isOpen()) {
                    flush();
                }
            } finally {
                channel.close();
            }
        }
    }
}
