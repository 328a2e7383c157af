package org.ipsecworkbench.ike.oakley;

import java.util.Arrays;

/** Where the pages of a log begin: found by its line ends, eight bytes for each page. Not safe for several threads. */
public final class LinePages {
    private final int linesPerPage;
    private final long maxLines;
    private final LogEncoding encoding;
    private long[] pages = new long[16];
    private long ended;
    private long at;
    private long begin;
    private byte half;

    /**
     * At the beginning of a log.
     *
     * @param maxLines beyond these it is not looked
     */
    LinePages(LogEncoding encoding, int linesPerPage, long maxLines) {
        this.encoding = encoding;
        this.linesPerPage = linesPerPage;
        this.maxLines = maxLines;
        at = encoding.mark;
        begin = at;
        pages[0] = at;
    }

    /** Up to where it was looked, in bytes from the beginning of the file. */
    long at() {
        return at;
    }

    /** The next bytes, from {@link #at} on. */
    void add(byte[] bytes, int count) {
        for (int i = 0; i < count && ended < maxLines; i++) {
            boolean isEnd = bytes[i] == '\n';
            if (encoding.isWide()) {
                boolean isSecond = (at - encoding.mark & 1) == 1;
                isEnd = isSecond && encoding.wide(half, bytes[i]) == '\n';
                half = bytes[i];
            }
            at++;
            if (isEnd) {
                end();
            }
        }
    }

    private void end() {
        begin = at;
        ended++;
        if (ended % linesPerPage == 0) {
            int page = (int) (ended / linesPerPage);
            pages = page < pages.length ? pages : Arrays.copyOf(pages, 2 * page);
            pages[page] = at;
        }
    }

    /** How many lines there are, the one that is still being written included. */
    long lines() {
        return at > begin && ended < maxLines ? ended + 1 : ended;
    }

    /** Whether there are more lines than it was looked for. */
    boolean isFull() {
        return ended >= maxLines;
    }

    /** Where a page begins, in bytes from the beginning of the file; the page has at least one line. */
    long page(int number) {
        return pages[number];
    }
}
