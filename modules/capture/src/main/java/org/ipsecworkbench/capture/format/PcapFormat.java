package org.ipsecworkbench.capture.format;

import java.nio.ByteBuffer;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.spi.CaptureFormat;
import org.ipsecworkbench.capture.spi.CaptureSource;
import org.ipsecworkbench.capture.spi.RecordBatch;
import org.ipsecworkbench.capture.spi.RecordReader;
import org.openide.util.lookup.ServiceProvider;

/**
 * The classic libpcap format in both byte orders, with microseconds, nanoseconds, and in the variants with longer record
 * headers: Alexey Kuznetsov's, those of Red Hat 6.1 and SuSE 6.3 made of it, and Nokia's.
 *
 * <p>Some variants share a magic number; what tells them apart is which length of a record's header leads from record to
 * record. Source: draft-ietf-opsawg-pcap; the variants as Wireshark's {@code wiretap/libpcap.h} describes them.
 */
@ServiceProvider(service = CaptureFormat.class, position = 100)
public final class PcapFormat implements CaptureFormat {
    static final int MICROSECONDS = 0xa1b2c3d4;
    static final int NANOSECONDS = 0xa1b23c4d;
    static final int MODIFIED = 0xa1b2cd34;
    static final int FILE_HEADER = 24;

    /** Record headers with either magic number; the first one unless another fits better. */
    private static final int[] RECORD_HEADERS = {16, 24, 20};

    private static final int[] MODIFIED_RECORD_HEADERS = {24, 28};

    /** As many records are looked at to tell variants apart. */
    private static final int ENOUGH = 16;

    @Override
    public String key() {
        return "pcap";
    }

    @Override
    public String label() {
        return "libpcap";
    }

    @Override
    public boolean recognises(ByteBuffer head) {
        return head.limit() >= 4 && (isMagic(head.getInt(0)) || isMagic(Integer.reverseBytes(head.getInt(0))));
    }

    private static boolean isMagic(int magic) {
        return magic == MICROSECONDS || magic == NANOSECONDS || magic == MODIFIED;
    }

    @Override
    public RecordReader open(CaptureSource source, CaptureLimits limits, ProblemLog problems) {
        return new Reader(source, limits, problems);
    }

    private static final class Reader implements RecordReader {
        private final CaptureSource source;
        private final ProblemLog problems;
        private final int maxRecord;
        private final boolean swapped;
        private final int[] recordHeaders;
        private final long fractionUnit;
        private final int linkType;
        private int recordHeader;
        private long next = FILE_HEADER;
        private boolean damaged;

        Reader(CaptureSource source, CaptureLimits limits, ProblemLog problems) {
            this.source = source;
            this.problems = problems;
            maxRecord = limits.maxRecordBytes();
            ByteBuffer head = source.buffer(0);
            int magic = head.getInt(0);
            swapped = !isMagic(magic);
            magic = swapped ? Integer.reverseBytes(magic) : magic;
            fractionUnit = magic == NANOSECONDS ? 1 : 1000;
            recordHeaders = magic == MODIFIED ? MODIFIED_RECORD_HEADERS : RECORD_HEADERS;
            recordHeader = recordHeaders[0];
            if (source.size() < FILE_HEADER) {
                problems.add("offset 0", "The file ends inside its own header; there are no packets in it.");
                linkType = 0;
                next = source.size();
                damaged = true;
            } else {
                // The upper half holds flags such as the length of the frame check sequence.
                linkType = i32(head, 20) & 0xffff;
            }
        }

        private int bestHeader(int[] headers) {
            int best = headers[0];
            int records = plausibleRecords(best);
            // A file that is cut off speaks against no header, only a record that makes no sense does.
            if (records < 0) {
                int most = ~records;
                for (int header : headers) {
                    records = plausibleRecords(header);
                    records = records < 0 ? ~records : records;
                    if (records > most) {
                        most = records;
                        best = header;
                    }
                }
            }
            return best;
        }

        /** How many of the first records are wholly there; the complement of it where one that makes no sense follows. */
        private int plausibleRecords(int header) {
            long at = FILE_HEADER;
            int records = 0;
            while (records < ENOUGH && source.size() - at >= header) {
                ByteBuffer bytes = source.buffer(at);
                int index = source.index(at);
                int fraction = i32(bytes, index + 4);
                int captured = i32(bytes, index + 8);
                int original = i32(bytes, index + 12);
                if (captured < 0
                        || captured > maxRecord
                        || original >= 0 && original < captured
                        || fraction < 0
                        || fraction * fractionUnit >= 1_000_000_000L) {
                    return ~records;
                }
                at += header + captured;
                if (at > source.size()) {
                    return records;
                }
                records++;
            }
            return records;
        }

        private int i32(ByteBuffer bytes, int at) {
            int value = bytes.getInt(at);
            return swapped ? Integer.reverseBytes(value) : value;
        }

        @Override
        public boolean fill(RecordBatch batch) {
            long size = source.size();
            if (next == FILE_HEADER) {
                // Not before: a file that is followed may not have had a record when it was opened.
                recordHeader = bestHeader(recordHeaders);
            }
            while (!batch.isFull()) {
                long left = size - next;
                if (left < recordHeader) {
                    if (left > 0) {
                        problems.cutOff("offset " + next, "The file was cut off inside the header of a packet.");
                    }
                    return false;
                }
                ByteBuffer bytes = source.buffer(next);
                int at = source.index(next);
                int captured = i32(bytes, at + 8);
                if (captured < 0 || captured > maxRecord) {
                    damaged = true;
                    problems.add(
                            "offset " + next,
                            "A packet claims " + Integer.toUnsignedString(captured)
                                    + " captured bytes, which cannot be; reading stops here.");
                    return false;
                }
                if (left - recordHeader < captured) {
                    problems.cutOff(
                            "offset " + next,
                            "The file was cut off inside a packet: " + (left - recordHeader) + " of " + captured
                                    + " bytes are there. The packet is left out.");
                    return false;
                }
                add(batch, next, bytes, at, captured);
                next += recordHeader + captured;
            }
            return true;
        }

        @Override
        public boolean canGoOn() {
            return !damaged;
        }

        private void add(RecordBatch batch, long position, ByteBuffer bytes, int at, int captured) {
            long time =
                    (i32(bytes, at) & 0xffffffffL) * 1_000_000_000L + (i32(bytes, at + 4) & 0xffffffffL) * fractionUnit;
            batch.add(position, position + recordHeader, captured, i32(bytes, at + 12), time, linkType);
        }

        @Override
        public void read(long position, RecordBatch batch) {
            ByteBuffer bytes = source.buffer(position);
            int at = source.index(position);
            add(batch, position, bytes, at, i32(bytes, at + 8));
        }

        @Override
        public long position() {
            return next;
        }
    }
}
