package org.ipsecworkbench.capture.filter;

import java.nio.ByteBuffer;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.decode.Frame;
import org.ipsecworkbench.capture.decode.FrameDecoder;
import org.ipsecworkbench.capture.decode.LinkTypes;
import org.ipsecworkbench.capture.scan.MappedSource;
import org.ipsecworkbench.capture.spi.RecordBatch;
import org.ipsecworkbench.capture.spi.RecordReader;

/**
 * One packet, read and decoded only as far as it is asked. Reused from packet to packet, one per thread, so that nothing
 * is allocated per packet.
 */
final class PacketFacts {
    private static final int ICMP = 1;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int ICMPV6 = 58;

    private final MappedSource source;
    private final RecordReader reader;
    private final long start;
    private final RecordBatch record = new RecordBatch(1, 0);
    private final FrameDecoder decoder = new FrameDecoder();
    private final AhPayload payload = new AhPayload();

    private long number;
    private long position;
    private boolean isRead;
    private boolean isDecoded;
    private boolean isUnwrapped;

    /**
     * Over the packets of a capture.
     *
     * @param start position of its first record, from which relative times count
     */
    PacketFacts(MappedSource source, RecordReader reader, long start) {
        this.source = source;
        this.reader = reader;
        reader.read(start, record);
        this.start = record.size() == 0 ? RecordBatch.NO_TIME : record.time[0];
    }

    void moveTo(long number, long position) {
        this.number = number;
        this.position = position;
        isRead = false;
        isDecoded = false;
        isUnwrapped = false;
    }

    /** Position in the capture, from 0. */
    long number() {
        return number;
    }

    /** Time of the first packet. */
    long start() {
        return start;
    }

    /** The record, in row 0. */
    RecordBatch record() {
        if (!isRead) {
            record.clear();
            reader.read(position, record);
            isRead = true;
        }
        return record;
    }

    Frame frame() {
        if (!isDecoded) {
            RecordBatch r = record();
            long data = r.data[0];
            try {
                decoder.decode(source.buffer(data), source.index(data), r.captured[0], r.linkType[0]);
            } catch (IndexOutOfBoundsException e) {
                // The scan has reported this defect of the decoder; here the packet has no fields.
                decoder.decode(source.buffer(data), source.index(data), 0, LinkTypes.ETHERNET);
            }
            isDecoded = true;
        }
        return decoder.frame;
    }

    /** Six bytes from the beginning of the frame on, or -1 where it is not Ethernet or they were not captured. */
    long ethernet(int offset) {
        RecordBatch r = record();
        if (r.linkType[0] != LinkTypes.ETHERNET || r.captured[0] < offset + 6) {
            return -1;
        }
        ByteBuffer bytes = source.buffer(r.data[0]);
        int at = source.index(r.data[0]) + offset;
        return (bytes.getShort(at) & 0xffffL) << 32 | bytes.getInt(at + 2) & 0xffffffffL;
    }

    /** What AH protects, where the packet is AH: the content is readable, so it can be asked for. */
    AhPayload payload() {
        if (!isUnwrapped) {
            payload.read(frame());
            isUnwrapped = true;
        }
        return payload;
    }

    /** Where the header of TCP, UDP or ICMP begins, also behind AH; -1 where the packet has none or is a later fragment. */
    int transport(TrafficClass trafficClass, int protocol) {
        if (trafficClass == TrafficClass.AH) {
            return payload().protocol == protocol ? payload().at : -1;
        }
        Frame f = frame();
        boolean has = switch (protocol) {
            case TCP, UDP -> f.protocol == protocol && f.sourcePort >= 0;
            case ICMP -> trafficClass == TrafficClass.ICMP && !f.laterFragment;
            case ICMPV6 -> trafficClass == TrafficClass.ICMPV6 && !f.laterFragment;
            default -> false;
        };
        return has ? f.transport : -1;
    }

    /** An unsigned number of 1, 2 or 4 bytes of the packet; -1 where it was not captured or {@code at} is nowhere. */
    long unsigned(int at, int size) {
        Frame f = frame();
        if (at < 0 || f.end - at < size) {
            return -1;
        }
        return switch (size) {
            case 1 -> f.bytes.get(at) & 0xff;
            case 2 -> f.bytes.getShort(at) & 0xffff;
            default -> f.bytes.getInt(at) & 0xffffffffL;
        };
    }
}
