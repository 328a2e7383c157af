package org.ipsecworkbench.ike;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.oakley.LogFile;

/**
 * The lines of an Oakley.log as they stand there, read from the file where they are asked for: a log of any size costs a few
 * bytes per page. Their numbers are those of {@link Evidence}. The length of a pre-shared key is left out. Safe for several
 * threads; none of them may be the event thread.
 */
public final class OakleyText implements Closeable {
    /** Lines of a page. */
    public static final int PAGE_LINES = LogFile.PAGE_LINES;

    /** Lines of a log that can be shown: a list of so many rows, each 50 pixels high, still has its place on a screen. */
    public static final int MAX_LINES = 40_000_000;

    /** Lines with what was looked for that are kept; further ones are only counted. */
    public static final int MAX_FOUND = 1_000_000;

    private final LogFile log;

    private OakleyText(LogFile log) {
        this.log = log;
    }

    /**
     * The lines in which something was found.
     *
     * @param lines their numbers from 1, in order, at most {@link #MAX_FOUND}
     * @param count how many there are
     * @param isWhole whether the whole log was searched
     */
    public record Found(List<Integer> lines, long count, boolean isWhole) {
        /** Keeps a copy. */
        public Found {
            lines = List.copyOf(lines);
        }
    }

    /** Opens a log, of which no lines are known yet. */
    public static OakleyText open(Path file) throws IOException {
        return new OakleyText(LogFile.open(file, MAX_LINES));
    }

    /**
     * Looks where the pages begin, or those that were appended since. About a second per GB.
     *
     * @param monitor may cancel; it can go on later
     * @return how many lines are known then, at most {@link #MAX_LINES}
     */
    public int index(ScanMonitor monitor) throws IOException {
        return (int) log.index(monitor);
    }

    /**
     * The lines of a page, each cut at {@link OakleyLimits#maxLineBytes}.
     *
     * @param number from 0
     * @return {@link #PAGE_LINES} of them, fewer on the last page, none where it is not known
     */
    public List<String> page(int number) throws IOException {
        return log.page(number);
    }

    /**
     * Searches for words in any case.
     *
     * @param words not empty
     * @param monitor may cancel; then what was found until then is given
     */
    public Found find(String words, ScanMonitor monitor) throws IOException {
        return log.find(words, MAX_FOUND, monitor);
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
