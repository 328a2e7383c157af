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
 * NetXRay and the Windows Sniffer that came of it, versions 1.0, 1.1 and 2.0.
 *
 * <p>The file may be a ring, in which the packets begin in the middle and go on at the front.
 *
 * <p>Source: never published; the layout is what the Wireshark project found out from files ({@code
 * wiretap/netxray.c}, read for its facts), held against {@code editcap}'s output.
 */
@ServiceProvider(service = CaptureFormat.class, position = 500)
public final class NetxrayFormat implements CaptureFormat {
    private static final int MAGIC = 0x58435000; // XCP
    private static final int MAGIC_OLD = 0x564c0000; // VL
    private static final int FILE_HEADER = 128;
    private static final long SECOND = 1_000_000_000L;

    /** Capture types of Ethernet: with a network adapter, else with one of the hardware pods. */
    private static final int ADAPTER = 0;

    private static final int GIGABIT_POD = 2;
    private static final int OTHER_POD = 3;
    private static final int GIGABIT_POD_2 = 6;

    @Override
    public String key() {
        return "netxray";
    }

    @Override
    public String label() {
        return "NetXRay and Windows Sniffer";
    }

    @Override
    public boolean recognises(ByteBuffer head) {
        return head.limit() >= 12 && (head.getInt(0) == MAGIC || head.getInt(0) == MAGIC_OLD);
    }

    @Override
    public RecordReader open(CaptureSource source, CaptureLimits limits, ProblemLog problems) {
        if (source.size() < FILE_HEADER) {
            problems.add("offset 0", "The file ends inside its own header; there are no packets in it.");
            return new Reader(source, limits, problems, new Header(16, 1, 0, 0, -1), source.size(), 0);
        }
        Header header = Header.of(source.buffer(0), problems);
        long first = LittleEndian.u32(source.buffer(0), 24);
        long end = LittleEndian.u32(source.buffer(0), 28);
        if (first < FILE_HEADER || first > source.size()) {
            problems.add("offset 24", "The first packet is said to be at " + first + ", where none can be.");
            first = FILE_HEADER;
        }
        if (end > source.size()) {
            problems.add(
                    "offset " + source.size(),
                    "The file was cut off: its header says that the packets go on up to offset " + end + ".");
        }
        return new Reader(source, limits, problems, header, first, end < FILE_HEADER ? source.size() : end);
    }

    /**
     * What the file's header says of all packets.
     *
     * @param recordHeader bytes before each packet
     * @param ticksPerSecond unit of times
     * @param startTicks time of the beginning in these units
     * @param startSeconds time of the beginning in seconds since 1970
     * @param linkType link layer of all packets
     */
    private record Header(int recordHeader, long ticksPerSecond, long startTicks, long startSeconds, int linkType) {
        static Header of(ByteBuffer head, ProblemLog problems) {
            boolean old = head.getInt(0) == MAGIC_OLD;
            // The version is text such as "002.001".
            int major = old ? 0 : head.get(6) - '0';
            int minor = old ? 0 : head.get(8) - '0';
            int patch = old ? 0 : head.get(10) - '0';
            int network = LittleEndian.u8(head, 44);
            // NDIS numbers media from 0; some versions wrote the number that follows, and a 2 behind it.
            network = LittleEndian.u8(head, 45) == 2 ? network - 1 : network;
            int linkType = switch (network) {
                // WAN frames look like Ethernet, since NDISWAN makes them so.
                case 0, 3 -> 1;
                case 1 -> 6; // token ring
                case 2 -> 10; // FDDI
                case 9 -> 105; // IEEE 802.11; what is known of the radio stands in the record's header
                default -> RecordBatch.NO_PACKET;
            };
            if (linkType == RecordBatch.NO_PACKET) {
                problems.add(
                        "offset 44",
                        "The link layer with NetXRay's number " + network
                                + " is not known; its packets count as not IP.");
            }
            boolean pod = major >= 2 && network == 0 && LittleEndian.u8(head, 84) != ADAPTER;
            // Pods of these versions count from the beginning of the capture, whatever the header says.
            long startTicks = pod && patch >= 2 ? 0 : LittleEndian.i64(head, 52);
            long ticks = major == 0 || major == 1 && minor == 0 ? 1000 : major == 1 ? 1_000_000 : ticks(head, network);
            if (ticks <= 0) {
                problems.add("offset 48", "The unit of time is not known; times may be wrong.");
                ticks = 1_000_000;
            }
            int recordHeader = switch (major) {
                case 0 -> 16;
                case 1 -> 28;
                default -> 40;
            };
            return new Header(recordHeader, ticks, startTicks, LittleEndian.u32(head, 12), linkType);
        }

        private static long ticks(ByteBuffer head, int network) {
            int unit = LittleEndian.u8(head, 48);
            int captureType = LittleEndian.u8(head, 84);
            if (network != 0 || captureType == ADAPTER) {
                return switch (unit) {
                    case 0 -> 1_000_000;
                    case 1 -> 1_193_000;
                    // The clock of the PC's timer chip, or what the header says it was.
                    case 2 -> network == 0 ? LittleEndian.u32(head, 76) : 1_193_182;
                    default -> 0;
                };
            }
            boolean gigabit = captureType == GIGABIT_POD || captureType == GIGABIT_POD_2;
            return switch (unit) {
                case 0 -> gigabit ? SECOND : 1_000_000;
                case 2 ->
                    switch (captureType) {
                        case GIGABIT_POD -> 31_250_000;
                        case GIGABIT_POD_2 -> 20_000_000;
                        case OTHER_POD -> 1_250_000;
                        default -> 0;
                    };
                default -> 0;
            };
        }

        long time(long ticks) {
            long since = ticks - startTicks;
            long seconds = startSeconds + Math.floorDiv(since, ticksPerSecond);
            if (Math.abs(seconds) > Long.MAX_VALUE / SECOND - 1) {
                return RecordBatch.NO_TIME;
            }
            return seconds * SECOND + Math.floorMod(since, ticksPerSecond) * SECOND / ticksPerSecond;
        }
    }

    private static final class Reader extends RecordChain {
        private final Header header;
        private final long size;
        private final long lastEnd;
        /** Whether the end of the file was not reached yet, beyond which a ring goes on at its front. */
        private boolean beforeWrap;

        Reader(
                CaptureSource source,
                CaptureLimits limits,
                ProblemLog problems,
                Header header,
                long first,
                long lastEnd) {
            super(source, limits, problems, header.recordHeader, first);
            this.header = header;
            size = source.size();
            this.lastEnd = Math.min(lastEnd, size);
            beforeWrap = lastEnd < first && first < size;
        }

        @Override
        long end() {
            return beforeWrap ? size : lastEnd;
        }

        @Override
        public boolean fill(RecordBatch batch) {
            boolean more = super.fill(batch);
            if (more || !beforeWrap) {
                return more;
            }
            beforeWrap = false;
            moveTo(FILE_HEADER);
            return true;
        }

        private int captured(ByteBuffer bytes, int at) {
            return LittleEndian.u16(bytes, header.recordHeader == 16 ? at + 8 : at + 10);
        }

        @Override
        long length(ByteBuffer bytes, int at) {
            return (long) header.recordHeader + captured(bytes, at);
        }

        @Override
        void add(ByteBuffer bytes, int at, long position, RecordBatch batch) {
            int captured = captured(bytes, at);
            int original = LittleEndian.u16(bytes, at + 8);
            // Four bytes behind the frame: its check sequence or nothing.
            if (header.recordHeader == 40 && bytes.getShort(at + 14) == -1 && captured >= 4 && original >= 4) {
                captured -= 4;
                original -= 4;
            }
            batch.add(
                    position,
                    position + header.recordHeader,
                    captured,
                    original,
                    header.time(LittleEndian.i64(bytes, at)),
                    header.linkType);
        }
    }
}
