package org.ipsecworkbench.capture.format;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.spi.CaptureFormat;
import org.ipsecworkbench.capture.spi.CaptureSource;
import org.ipsecworkbench.capture.spi.RecordBatch;
import org.ipsecworkbench.capture.spi.RecordReader;
import org.openide.util.lookup.ServiceProvider;

/**
 * Microsoft Network Monitor 1.x and 2.x, the latter also written by Network Monitor 3 and Message Analyzer.
 *
 * <p>A table of offsets at the end of the file says where each frame is. Since version 2.1 every frame has a link layer of
 * its own, which may also be none: Network Monitor keeps its filters and what it knows of processes in frames. Times count
 * from a start in the local time of the capturing host, whose zone the file does not tell: this computer's is taken, as
 * Wireshark does. Since version 2.3 every frame has its time in UTC.
 *
 * <p>Source: the topic "Capture File Format" in the help of Network Monitor 3.4; {@code STRUCT.H} of the Network Monitor
 * SDK for version 1.
 */
@ServiceProvider(service = CaptureFormat.class, position = 300)
public final class NetmonFormat implements CaptureFormat {
    private static final int MAGIC_1 = 0x52545353; // RTSS
    private static final int MAGIC_2 = 0x474d4255; // GMBU
    private static final int FILE_HEADER = 128;
    private static final int TABLE_ENTRY = 4;

    /** The first moment of 1970 as a FILETIME: 100 nanoseconds since 1601. */
    private static final long FILETIME_1970 = 116_444_736_000_000_000L;

    @Override
    public String key() {
        return "netmon";
    }

    @Override
    public String label() {
        return "Microsoft Network Monitor";
    }

    @Override
    public boolean recognises(ByteBuffer head) {
        return head.limit() >= 4 && (head.getInt(0) == MAGIC_1 || head.getInt(0) == MAGIC_2);
    }

    @Override
    public RecordReader open(CaptureSource source, CaptureLimits limits, ProblemLog problems) {
        return new Reader(source, limits, problems);
    }

    private static final class Reader implements RecordReader {
        private final CaptureSource source;
        private final ProblemLog problems;
        private final int maxRecord;
        private final int frameHeader;
        private final int frameTrailer;
        private final int fileLinkType;
        private final long nanosecondsPerTick;
        private final long start;
        /** Whether the table is used; else the frames are walked from the first one. */
        private final boolean byTable;

        private final long end;
        private long next;
        private int reportedLinkType = -1;

        Reader(CaptureSource source, CaptureLimits limits, ProblemLog problems) {
            this.source = source;
            this.problems = problems;
            maxRecord = limits.maxRecordBytes();
            ByteBuffer head = source.buffer(0);
            boolean whole = source.size() >= FILE_HEADER;
            if (!whole) {
                problems.add("offset 0", "The file ends inside its own header; there are no packets in it.");
            }
            boolean second = whole && LittleEndian.u8(head, 5) >= 2;
            int minor = second ? LittleEndian.u8(head, 4) : 0;
            frameHeader = second ? 16 : 8;
            nanosecondsPerTick = second ? 1000 : 1_000_000;
            frameTrailer = switch (minor) {
                case 0 -> 0;
                case 1 -> 2; // link layer
                case 2 -> 6; // and process
                default -> 15; // and time in UTC and time zone
            };
            fileLinkType = whole ? LittleEndian.u16(head, 6) : 0;
            start = whole ? start(head) : RecordBatch.NO_TIME;
            long table = whole ? LittleEndian.u32(head, 24) : 0;
            long tableEnd = table + (whole ? LittleEndian.u32(head, 28) / TABLE_ENTRY * TABLE_ENTRY : 0);
            byTable = whole && table >= FILE_HEADER && tableEnd > table && tableEnd <= source.size();
            if (byTable) {
                next = table;
                end = tableEnd;
            } else {
                next = Math.min(FILE_HEADER, source.size());
                // A file that was never closed may have no table yet; what is known of its place bounds the frames.
                end = table >= FILE_HEADER && tableEnd > table ? Math.min(table, source.size()) : source.size();
                if (whole && tableEnd > table) {
                    problems.add(
                            "offset " + table,
                            "The table of frames is not wholly there; the frames are read one after another instead.");
                }
            }
        }

        /** The start of the capture in nanoseconds since 1970, from a SYSTEMTIME in local time. */
        private long start(ByteBuffer head) {
            try {
                LocalDateTime local = LocalDateTime.of(
                        LittleEndian.u16(head, 8),
                        LittleEndian.u16(head, 10),
                        LittleEndian.u16(head, 14),
                        LittleEndian.u16(head, 16),
                        LittleEndian.u16(head, 18),
                        LittleEndian.u16(head, 20),
                        LittleEndian.u16(head, 22) * 1_000_000);
                Instant instant = local.atZone(ZoneId.systemDefault()).toInstant();
                return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
            } catch (DateTimeException | ArithmeticException e) {
                problems.add("offset 8", "The file does not tell when the capture began; the packets have no times.");
                return RecordBatch.NO_TIME;
            }
        }

        @Override
        public boolean fill(RecordBatch batch) {
            while (!batch.isFull() && next < end) {
                long frame = byTable ? LittleEndian.u32(source.buffer(next), source.index(next)) : next;
                long length = length(frame);
                if (length < 0) {
                    return false;
                }
                add(frame, next, batch, true);
                next += byTable ? TABLE_ENTRY : length;
            }
            return next < end;
        }

        /** Bytes of the frame at an offset, or -1 where there is none, which is reported. */
        private long length(long frame) {
            long left = source.size() - frame;
            if (frame < FILE_HEADER || left < frameHeader) {
                problems.add(
                        byTable ? "offset " + next : "offset " + frame,
                        byTable
                                ? "A frame is said to be at offset " + frame
                                        + ", where none can be; reading stops here."
                                : "The file was cut off inside the header of a frame.");
                return -1;
            }
            int captured = captured(source.buffer(frame), source.index(frame));
            if (captured < 0 || captured > maxRecord) {
                problems.add(
                        "offset " + frame,
                        "A frame claims " + Integer.toUnsignedString(captured)
                                + " captured bytes, which cannot be; reading stops here.");
                return -1;
            }
            long length = (long) frameHeader + captured + frameTrailer;
            if (left < length) {
                problems.add(
                        "offset " + frame,
                        "The file was cut off inside a frame: " + left + " of " + length
                                + " bytes are there. The frame is left out.");
                return -1;
            }
            return length;
        }

        private int captured(ByteBuffer bytes, int at) {
            return frameHeader == 16 ? LittleEndian.i32(bytes, at + 12) : LittleEndian.u16(bytes, at + 6);
        }

        private void add(long frame, long position, RecordBatch batch, boolean report) {
            ByteBuffer bytes = source.buffer(frame);
            int at = source.index(frame);
            int captured = captured(bytes, at);
            int original = frameHeader == 16 ? LittleEndian.i32(bytes, at + 8) : LittleEndian.u16(bytes, at + 4);
            int trailer = at + frameHeader + captured;
            int network = frameTrailer == 0 ? fileLinkType : LittleEndian.u16(bytes, trailer);
            int linkType = NetmonLinkTypes.linkType(network);
            if (report && linkType == NetmonLinkTypes.UNKNOWN && reportedLinkType != network) {
                reportedLinkType = network;
                problems.add(
                        "offset " + frame,
                        "The link layer with Network Monitor's number " + network
                                + " is not known; its packets count as not IP.");
            }
            long data = frame + frameHeader;
            if (linkType == NetmonLinkTypes.WIRELESS) {
                int metadata = Math.min(captured, captured >= 3 ? LittleEndian.u16(bytes, at + frameHeader + 1) : 0);
                data += metadata;
                captured -= metadata;
                original -= metadata;
            }
            batch.add(
                    position,
                    data,
                    captured,
                    original,
                    frameTrailer == 15 ? filetime(LittleEndian.i64(bytes, trailer + 6)) : time(bytes, at),
                    NetmonLinkTypes.registered(linkType));
        }

        private long time(ByteBuffer bytes, int at) {
            long ticks = frameHeader == 16 ? LittleEndian.i64(bytes, at) : LittleEndian.u32(bytes, at);
            if (start == RecordBatch.NO_TIME || Math.abs(ticks) > Long.MAX_VALUE / 2_000_000) {
                return RecordBatch.NO_TIME;
            }
            return start + ticks * nanosecondsPerTick;
        }

        private static long filetime(long ticks) {
            long since1970 = ticks - FILETIME_1970;
            return ticks < 0 || Math.abs(since1970) > Long.MAX_VALUE / 100 ? RecordBatch.NO_TIME : since1970 * 100;
        }

        @Override
        public void read(long position, RecordBatch batch) {
            long frame = byTable ? LittleEndian.u32(source.buffer(position), source.index(position)) : position;
            add(frame, position, batch, false);
        }

        @Override
        public long position() {
            return next;
        }
    }
}
