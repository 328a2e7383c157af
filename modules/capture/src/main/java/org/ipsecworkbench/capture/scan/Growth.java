package org.ipsecworkbench.capture.scan;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;
import org.ipsecworkbench.capture.ProblemLog;

/**
 * Waits until a mapped file has grown, and maps what it has got more.
 *
 * <p>Its size is asked some times a second, which costs microseconds and works on every file system. A file that became
 * shorter or whose name belongs to another file by now (a capture program that begins the next one) ends the growth and is
 * told as a problem.
 */
public final class Growth implements AutoCloseable {
    /** How often a file is asked for its size. */
    public static final int POLL_MILLIS = 150;

    /** What a file that shrinks is told as. */
    static final String SHORTER = "The file became shorter while it was read; what was read until then is shown.";

    private final MappedSource source;
    private final ProblemLog problems;
    private final FileChannel channel;
    /** Whether what was opened now is what is mapped. */
    private final boolean same;

    private boolean nothingMore;

    private Growth(MappedSource source, ProblemLog problems, FileChannel channel) throws IOException {
        this.source = source;
        this.problems = problems;
        this.channel = channel;
        same = source.isSameFile();
    }

    /** Begins to watch. */
    static Growth of(MappedSource source, ProblemLog problems) throws IOException {
        FileChannel channel = FileChannel.open(source.file(), StandardOpenOption.READ);
        try {
            return new Growth(source, problems, channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Blocks until there is more.
     *
     * @param over asked some times a second whether to wait no longer
     * @return false where it is over, nothing more will come, or the thread was interrupted, which it then still is
     */
    boolean await(BooleanSupplier over) throws IOException {
        while (!over.getAsBoolean()) {
            // Asked before the size: what was written until the name changed hands is still read.
            String end = end();
            long size = same ? channel.size() : source.size();
            if (size < source.size()) {
                end = SHORTER;
            } else if (size > source.size()) {
                source.map(channel, size);
                return true;
            }
            if (!end.isEmpty()) {
                nothingMore = true;
                problems.add("file", end);
                return false;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    /** Whether nothing more will come. */
    boolean isOver() {
        return nothingMore;
    }

    /** Why nothing more will come; empty while something may. */
    private String end() throws IOException {
        try {
            return source.isSameFile()
                    ? ""
                    : "Another file has taken the name of the one that was followed; what was read of the first one is"
                            + " shown.";
        } catch (NoSuchFileException e) {
            return why(e);
        }
    }

    /** What ended the growth, where the system says no to something. */
    static String why(IOException e) {
        return e instanceof NoSuchFileException
                ? "The file was deleted or renamed while it was followed; what was read until then is shown."
                : "The file cannot be followed any longer: " + e;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
