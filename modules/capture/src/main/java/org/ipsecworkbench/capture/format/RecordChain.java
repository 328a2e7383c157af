package org.ipsecworkbench.capture.format;

import java.nio.ByteBuffer;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.spi.CaptureSource;
import org.ipsecworkbench.capture.spi.RecordBatch;
import org.ipsecworkbench.capture.spi.RecordReader;

/** Walks records that follow one another, each with a header of fixed size that tells how long the record is. */
abstract class RecordChain implements RecordReader {
    /** From {@link #length}: this cannot be a record. */
    static final long DAMAGED = -1;
    /** From {@link #length}: the capture ends here, whatever follows. */
    static final long END = -2;

    private final CaptureSource source;
    private final ProblemLog problems;
    private final int header;
    private final int maxRecord;
    private long next;
    /** Whether this is the end, whatever is appended. */
    private boolean over;

    /**
     * A chain of records.
     *
     * @param header bytes that every record has at least, and that {@link #length} may look at
     * @param start where the first record begins
     */
    RecordChain(CaptureSource source, CaptureLimits limits, ProblemLog problems, int header, long start) {
        this.source = source;
        this.problems = problems;
        this.header = header;
        maxRecord = limits.maxRecordBytes();
        next = Math.min(start, source.size());
        over = next < start;
    }

    /** Bytes of the record at an index with its header, {@link #DAMAGED} or {@link #END}. */
    abstract long length(ByteBuffer bytes, int at);

    /** Appends the record, which is wholly there, to the batch, or nothing where it carries no packet. */
    abstract void add(ByteBuffer bytes, int at, long position, RecordBatch batch);

    /** Whether the capture goes on as far as the file does, so that records may be appended while it is read. */
    boolean isOpenEnded() {
        return false;
    }

    /** Where the last record ends at most. */
    long end() {
        return source.size();
    }

    /** Goes on elsewhere; only between batches, since the positions within one ascend. */
    final void moveTo(long position) {
        next = position;
    }

    @Override
    public boolean fill(RecordBatch batch) {
        long end = end();
        while (!batch.isFull() && !batch.isTooFar(next)) {
            long left = end - next;
            if (left < header) {
                if (left > 0) {
                    problems.cutOff("offset " + next, "The file was cut off inside the header of a packet.");
                }
                return false;
            }
            ByteBuffer bytes = source.buffer(next);
            int at = source.index(next);
            long length = length(bytes, at);
            if (length == END) {
                over = true;
                return false;
            }
            if (length < header || length > maxRecord) {
                over = true;
                problems.add(
                        "offset " + next, "A packet claims a length that cannot be; reading stops here, before it.");
                return false;
            }
            if (left < length) {
                problems.cutOff(
                        "offset " + next,
                        "The file was cut off inside a packet: " + left + " of " + length
                                + " bytes are there. The packet is left out.");
                return false;
            }
            add(bytes, at, next, batch);
            next += length;
        }
        return true;
    }

    @Override
    public boolean canGoOn() {
        return isOpenEnded() && !over;
    }

    @Override
    public void read(long position, RecordBatch batch) {
        add(source.buffer(position), source.index(position), position, batch);
    }

    @Override
    public long position() {
        return next;
    }
}
