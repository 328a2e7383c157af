package org.ipsecworkbench.capture.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.capture.spi.CaptureFormat;
import org.ipsecworkbench.capture.spi.CaptureSource;
import org.ipsecworkbench.capture.spi.PackedCaptureFormat;
import org.ipsecworkbench.capture.spi.RecordBatch;
import org.ipsecworkbench.capture.spi.RecordReader;
import org.openide.util.lookup.ServiceProvider;

/**
 * The Sniffer for DOS, of Network General: Ethernet; frames of other networks count as not IP unless they are token ring
 * or FDDI.
 *
 * <p>Behind the header records, the rest of the file may be compressed.
 *
 * <p>Times count from midnight of the day of the capture in local time, whose zone the file does not tell: this
 * computer's is taken, as Wireshark does.
 *
 * <p>Source: "Expert Sniffer Network Analyzer Operations", release 5.50, appendix on the format of capture files.
 */
@ServiceProvider(service = CaptureFormat.class, position = 600)
public final class SnifferFormat implements PackedCaptureFormat {
    static final byte[] MAGIC = "TRSNIFF data    \u001a".getBytes(StandardCharsets.US_ASCII);
    static final int RECORD_HEADER = 6;
    static final int VERSION = 1;
    static final int VERSION_BYTES = 18;
    /** Where the version record's content begins. */
    static final int VERSION_AT = MAGIC.length + RECORD_HEADER;
    /** Where the first record behind the version begins. */
    static final int FIRST = VERSION_AT + VERSION_BYTES;

    private static final int END_OF_FILE = 3;
    private static final int FRAME = 4;
    private static final int ATM_FRAME = 8;
    private static final int TOKEN_RING_FRAME = 12;
    /** Where the version says whether the file is compressed, and how it says that it is not. */
    private static final int FORMAT_AT = VERSION_AT + 10;

    private static final int NOT_COMPRESSED = 1;
    /** Records that come before the frames and are never compressed. */
    private static final Set<Integer> HEADERS = Set.of(6, 7, 13, 14, 15, 16, 17);

    private static final long[] PICOSECONDS = {15_000_000, 838_096, 15_000_000, 500_000, 2_000_000, 1_000_000, 100_000};

    @Override
    public String key() {
        return "sniffer";
    }

    @Override
    public String label() {
        return "DOS Sniffer";
    }

    @Override
    public boolean recognises(ByteBuffer head) {
        if (head.limit() < MAGIC.length) {
            return false;
        }
        for (int i = 0; i < MAGIC.length; i++) {
            if (head.get(i) != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasVersion(CaptureSource source) {
        ByteBuffer head = source.buffer(0);
        return source.size() >= FIRST
                && LittleEndian.u16(head, MAGIC.length) == VERSION
                && LittleEndian.u16(head, MAGIC.length + 2) >= VERSION_BYTES;
    }

    @Override
    public boolean isPacked(CaptureSource source) {
        return hasVersion(source) && source.buffer(0).get(FORMAT_AT) != NOT_COMPRESSED;
    }

    @Override
    public long unpack(
            CaptureSource source, OutputStream out, CaptureLimits limits, ProblemLog problems, ScanMonitor monitor)
            throws IOException {
        ByteBuffer bytes = source.buffer(0);
        int end = (int) Math.min(source.size(), limits.maxRecordBytes());
        int first = VERSION_AT + LittleEndian.u16(bytes, MAGIC.length + 2);
        while (end - first >= RECORD_HEADER && HEADERS.contains(LittleEndian.u16(bytes, first))) {
            first += RECORD_HEADER + LittleEndian.u16(bytes, first + 2);
        }
        byte[] head = new byte[Math.min(first, end)];
        bytes.get(0, head);
        head[FORMAT_AT] = NOT_COMPRESSED;
        out.write(head);
        new SnifferBlobs().unpack(source, first, out, problems, monitor);
        return 0;
    }

    @Override
    public RecordReader open(CaptureSource source, CaptureLimits limits, ProblemLog problems) {
        ByteBuffer head = source.buffer(0);
        if (!hasVersion(source)) {
            problems.add("offset " + MAGIC.length, "The file does not begin with its version; nothing can be read.");
            return new Reader(source, limits, problems, source.size(), RecordBatch.NO_PACKET, 0, RecordBatch.NO_TIME);
        }
        int network = LittleEndian.u8(head, VERSION_AT + 9);
        int linkType = switch (network) {
            case 0 -> 6;
            case 1 -> 1;
            case 9 -> 10;
            default -> RecordBatch.NO_PACKET;
        };
        if (linkType == RecordBatch.NO_PACKET) {
            problems.add(
                    "offset " + (VERSION_AT + 9),
                    "The link layer with the Sniffer's number " + network
                            + " is not known; its packets count as not IP.");
        }
        int unit = LittleEndian.u8(head, VERSION_AT + 11);
        long start = unit < PICOSECONDS.length ? start(head) : RecordBatch.NO_TIME;
        if (start == RecordBatch.NO_TIME) {
            problems.add(
                    "offset " + VERSION_AT,
                    "The file does not tell when the capture began, or in which unit times are; the packets have none.");
        }
        return new Reader(
                source,
                limits,
                problems,
                VERSION_AT + LittleEndian.u16(head, MAGIC.length + 2),
                linkType,
                unit < PICOSECONDS.length ? PICOSECONDS[unit] : 0,
                start);
    }

    /** Midnight of the date in DOS' format: years since 1980 in 7 bits, month in 4, day in 5. */
    private static long start(ByteBuffer head) {
        int date = LittleEndian.u16(head, VERSION_AT + 6);
        try {
            return LocalDate.of(1980 + (date >>> 9), date >>> 5 & 15, date & 31)
                            .atStartOfDay(ZoneId.systemDefault())
                            .toEpochSecond()
                    * 1_000_000_000L;
        } catch (DateTimeException e) {
            return RecordBatch.NO_TIME;
        }
    }

    private static final class Reader extends RecordChain {
        private final int linkType;
        private final long picoseconds;
        private final long start;

        Reader(
                CaptureSource source,
                CaptureLimits limits,
                ProblemLog problems,
                long first,
                int linkType,
                long picoseconds,
                long start) {
            super(source, limits, problems, RECORD_HEADER, first);
            this.linkType = linkType;
            this.picoseconds = picoseconds;
            this.start = start;
        }

        /** Bytes between a record's header and its frame; -1 where it holds none. */
        private static int frameHeader(int type) {
            return switch (type) {
                case FRAME -> 14;
                case ATM_FRAME -> 48;
                case TOKEN_RING_FRAME -> 34;
                default -> -1;
            };
        }

        @Override
        long length(ByteBuffer bytes, int at) {
            int type = LittleEndian.u16(bytes, at);
            if (type == END_OF_FILE) {
                return END;
            }
            int length = LittleEndian.u16(bytes, at + 2);
            return length < frameHeader(type) ? DAMAGED : RECORD_HEADER + length;
        }

        @Override
        void add(ByteBuffer bytes, int at, long position, RecordBatch batch) {
            int type = LittleEndian.u16(bytes, at);
            int header = frameHeader(type);
            if (header < 0) {
                return;
            }
            int frame = at + RECORD_HEADER;
            int captured = Math.min(LittleEndian.u16(bytes, frame + 6), LittleEndian.u16(bytes, at + 2) - header);
            int original = LittleEndian.u16(bytes, frame + 10);
            batch.add(
                    position,
                    position + RECORD_HEADER + header,
                    captured,
                    original == 0 ? captured : original,
                    time(bytes, frame),
                    type == ATM_FRAME ? RecordBatch.NO_PACKET : linkType);
        }

        private long time(ByteBuffer bytes, int frame) {
            if (start == RecordBatch.NO_TIME) {
                return start;
            }
            long ticks = LittleEndian.u32(bytes, frame) | (long) LittleEndian.u8(bytes, frame + 4) << 32;
            long days = LittleEndian.u8(bytes, frame + 5);
            // 40 bits of ticks times 24 bits of picoseconds would not fit.
            return start + days * 86_400_000_000_000L + ticks / 1000 * picoseconds + ticks % 1000 * picoseconds / 1000;
        }
    }
}
