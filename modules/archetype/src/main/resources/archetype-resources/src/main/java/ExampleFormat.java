package ${package};

import java.nio.ByteBuffer;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.spi.CaptureFormat;
import org.ipsecworkbench.capture.spi.CaptureSource;
import org.ipsecworkbench.capture.spi.RecordBatch;
import org.ipsecworkbench.capture.spi.RecordReader;
import org.openide.util.lookup.ServiceProvider;

/**
 * A capture format to start from: the letters {@code EXAMPLE1}, then for each packet its time in nanoseconds since 1970 (8 bytes),
 * its length (4 bytes), both big endian, and its bytes from the Ethernet header on.
 *
 * <p>Whoever reads files of others believes no length, reports damage with its place, and keeps what came before it.
 */
@ServiceProvider(service = CaptureFormat.class)
public final class ExampleFormat implements CaptureFormat {
    static final long MAGIC = 0x4558414d504c4531L;
    private static final int FILE_HEADER = 8;
    private static final int RECORD_HEADER = 12;
    /** The number of Ethernet in the registry of tcpdump. */
    private static final int ETHERNET = 1;

    @Override
    public String key() {
        return "example";
    }

    @Override
    public String label() {
        return "Example capture";
    }

    @Override
    public boolean recognises(ByteBuffer head) {
        return head.limit() >= FILE_HEADER && head.getLong(0) == MAGIC;
    }

    @Override
    public RecordReader open(CaptureSource source, CaptureLimits limits, ProblemLog problems) {
        return new Reader(source, limits, problems);
    }

    private static final class Reader implements RecordReader {
        private final CaptureSource source;
        private final CaptureLimits limits;
        private final ProblemLog problems;
        private long next = FILE_HEADER;
        private boolean damaged;

        Reader(CaptureSource source, CaptureLimits limits, ProblemLog problems) {
            this.source = source;
            this.limits = limits;
            this.problems = problems;
        }

        @Override
        public boolean fill(RecordBatch batch) {
            while (!batch.isFull()) {
                long left = source.size() - next;
                if (left < RECORD_HEADER) {
                    if (left > 0) {
                        problems.cutOff("offset " + next, "The file was cut off inside the header of a packet.");
                    }
                    return false;
                }
                int length = source.buffer(next).getInt(source.index(next) + 8);
                if (length < 0 || length > limits.maxRecordBytes() - RECORD_HEADER) {
                    damaged = true;
                    problems.add("offset " + next, "A packet claims " + length + " bytes; reading stops here.");
                    return false;
                }
                if (left < RECORD_HEADER + length) {
                    problems.cutOff("offset " + next, "The file was cut off inside a packet.");
                    return false;
                }
                read(next, batch);
                next += RECORD_HEADER + length;
            }
            return true;
        }

        /** What was appended since is read when the file is followed. */
        @Override
        public boolean canGoOn() {
            return !damaged;
        }

        @Override
        public void read(long position, RecordBatch batch) {
            ByteBuffer bytes = source.buffer(position);
            int at = source.index(position);
            int length = bytes.getInt(at + 8);
            batch.add(position, position + RECORD_HEADER, length, length, bytes.getLong(at), ETHERNET);
        }

        @Override
        public long position() {
            return next;
        }
    }
}
