package org.ipsecworkbench.ike.oakley;

import java.io.IOException;
import java.io.InputStream;

/**
 * Steps over the lines of an input, which may grow: where there is no further line, it can be asked again. The bytes of a
 * line are valid until the next one is asked for. One thread.
 */
final class LineReader {
    private static final int BUFFER = 1 << 18;

    private final InputStream in;
    private final int maxLine;
    private final byte[] buffer;
    private int next;
    private int limit;
    private boolean isCut;
    private boolean isAtEnd;
    private int start;
    private int end;
    private long number;
    private long cut;
    private long read;

    LineReader(InputStream in, int maxLine) {
        this.in = in;
        this.maxLine = maxLine;
        buffer = new byte[Math.max(BUFFER, 2 * maxLine)];
    }

    byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    /** Behind the last byte of the line, without its CR and LF. */
    int end() {
        return end;
    }

    /** Of the last line whose end is there, from 1. */
    long number() {
        return number;
    }

    /** How many lines were longer than the limit, so that their ends were skipped. */
    long cutLines() {
        return cut;
    }

    /** Bytes that were read from the input. */
    long read() {
        return read;
    }

    /** Goes to the next line; false where there is none, or none whose end is there. */
    boolean next() throws IOException {
        isAtEnd = isCut && !skipRest();
        if (isAtEnd) {
            return false;
        }
        start = next;
        int at = next;
        while (true) {
            int stop = Math.min(limit, start + maxLine);
            while (at < stop && buffer[at] != '\n') {
                at++;
            }
            if (at < stop) {
                next = at + 1;
                return line(at);
            }
            if (at == start + maxLine) {
                isCut = true;
                cut++;
                next = at;
                return line(at);
            }
            at -= start;
            boolean hasMore = fill();
            at += start;
            if (!hasMore) {
                next = start;
                isAtEnd = true;
                return false;
            }
        }
    }

    /**
     * Goes to what is there of the line after the last one, which may still be written; false where nothing is. Where more
     * comes, the next line is this one again. Only after {@link #next} has found none.
     */
    boolean rest() {
        if (!isAtEnd || isCut || next == limit) {
            return false;
        }
        start = next;
        ends(limit);
        return true;
    }

    private boolean line(int behind) {
        number++;
        ends(behind);
        return true;
    }

    private void ends(int behind) {
        end = behind > start && buffer[behind - 1] == '\r' ? behind - 1 : behind;
    }

    /** Passes over the end of a line that was too long. */
    private boolean skipRest() throws IOException {
        while (true) {
            while (next < limit && buffer[next] != '\n') {
                next++;
            }
            if (next < limit) {
                next++;
                isCut = false;
                return true;
            }
            start = next;
            if (!fill()) {
                return false;
            }
            next = 0;
        }
    }

    /** Moves the line to the front of the buffer and reads more behind it. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, limit - start);
        limit -= start;
        start = 0;
        int count = in.read(buffer, limit, buffer.length - limit);
        if (count < 0) {
            next = start;
            return false;
        }
        read += count;
        limit += count;
        return true;
    }
}
