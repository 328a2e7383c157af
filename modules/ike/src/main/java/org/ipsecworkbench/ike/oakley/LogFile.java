package org.ipsecworkbench.ike.oakley;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.OakleyLimits;
import org.ipsecworkbench.ike.OakleyText;
import org.jspecify.annotations.Nullable;

/** A log of which any page can be read. As {@link OakleyText} says. */
public final class LogFile implements Closeable {
    /** Lines of a page. */
    public static final int PAGE_LINES = 256;

    private static final int CHUNK = 1 << 20;
    private static final int LINES_BETWEEN_REPORTS = 1 << 14;
    private static final int LONGEST_MARK = 3;

    private final FileChannel channel;
    private final long maxLines;
    private @Nullable LogEncoding encoding;
    private @Nullable LinePages pages;

    private LogFile(FileChannel channel, long maxLines) {
        this.channel = channel;
        this.maxLines = maxLines;
    }

    /** Opens a file; nothing is read. */
    public static LogFile open(Path file, long maxLines) throws IOException {
        return new LogFile(FileChannel.open(file, StandardOpenOption.READ), maxLines);
    }

    /** As {@link OakleyText#index} says. */
    public long index(ScanMonitor monitor) throws IOException {
        LinePages known = begin();
        if (known == null) {
            return 0;
        }
        long size = channel.size();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        long at;
        synchronized (this) {
            at = known.at();
        }
        while (!monitor.cancelled()) {
            int count = channel.read(chunk.clear(), at);
            if (count <= 0) {
                break;
            }
            synchronized (this) {
                known.add(chunk.array(), count);
                if (known.isFull()) {
                    break;
                }
            }
            at += count;
            monitor.progress(at, size);
        }
        synchronized (this) {
            return known.lines();
        }
    }

    private synchronized @Nullable LinePages begin() throws IOException {
        if (pages == null) {
            ByteBuffer head = ByteBuffer.allocate(LONGEST_MARK);
            int count = Math.max(0, channel.read(head, 0));
            encoding = LogEncoding.of(head.array(), count);
            pages = encoding == null ? null : new LinePages(encoding, PAGE_LINES, maxLines);
        }
        return pages;
    }

    /** As {@link OakleyText#page} says. */
    public List<String> page(int number) throws IOException {
        List<String> lines = new ArrayList<>(PAGE_LINES);
        LinePages known = begin();
        LogEncoding stored = encoding;
        if (known == null || stored == null) {
            return lines;
        }
        long from;
        synchronized (this) {
            if ((long) number * PAGE_LINES >= known.lines()) {
                return lines;
            }
            from = known.page(number);
        }
        LineReader reader =
                new LineReader(LogInput.inside(new From(from), stored), OakleyLimits.DEFAULT.maxLineBytes());
        boolean goesOn = true;
        while (goesOn && lines.size() < PAGE_LINES) {
            goesOn = reader.next();
            if (goesOn || reader.rest()) {
                lines.add(Words.withoutSecret(LogLine.text(reader.bytes(), reader.start(), reader.end())));
            }
        }
        return lines;
    }

    /** As {@link OakleyText#find} says. */
    public OakleyText.Found find(String words, int most, ScanMonitor monitor) throws IOException {
        LineReader reader = new LineReader(LogInput.open(new From(0)), OakleyLimits.DEFAULT.maxLineBytes());
        LineSearch search = new LineSearch(words);
        List<Integer> found = new ArrayList<>();
        long size = channel.size();
        long count = 0;
        long number = 0;
        boolean goesOn = true;
        while (goesOn && number < maxLines) {
            goesOn = reader.next();
            if (!goesOn && !reader.rest()) {
                break;
            }
            number++;
            if (search.isIn(reader.bytes(), reader.start(), reader.end())) {
                count++;
                if (found.size() < most) {
                    found.add((int) number);
                }
            }
            if (number % LINES_BETWEEN_REPORTS == 0) {
                monitor.progress(reader.read(), size);
                if (monitor.cancelled()) {
                    return new OakleyText.Found(found, count, false);
                }
            }
        }
        return new OakleyText.Found(found, count, true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** The file from a place on, independently of others that read it. */
    private final class From extends InputStream {
        private long at;

        From(long at) {
            this.at = at;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = channel.read(ByteBuffer.wrap(into, offset, length), at);
            at += Math.max(0, count);
            return count;
        }
    }
}
