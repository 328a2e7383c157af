package org.ipsecworkbench.capture.datagram;

import static org.ipsecworkbench.capture.judge.Addresses.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.ipsecworkbench.capture.Datagram;
import org.ipsecworkbench.capture.decode.Frame;
import org.ipsecworkbench.capture.decode.FrameDecoder;
import org.ipsecworkbench.capture.decode.LinkTypes;
import org.ipsecworkbench.capture.decode.PlainFrame;
import org.ipsecworkbench.capture.judge.Addresses;
import org.ipsecworkbench.capture.judge.CoverageJudge;
import org.ipsecworkbench.capture.scan.FlowTable;
import org.ipsecworkbench.capture.scan.MappedSource;
import org.ipsecworkbench.capture.scan.Scan;
import org.ipsecworkbench.capture.spi.RecordBatch;
import org.ipsecworkbench.capture.spi.RecordReader;
import org.jspecify.annotations.Nullable;

/** Reads packets of a capture one by one, and what UDP and TCP carry in them. One per thread. */
final class DatagramReader {
    private static final int ICMP = 1;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int ICMPV6 = 58;
    private static final int ICMP_HEADER = 8;
    private static final int UDP_HEADER = 8;
    private static final int TCP_HEADER = 20;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /** Texts of a flow's addresses, which most datagrams share with the one before. */
    private record Ends(int flow, String source, String destination, String network) {}

    private final MappedSource source;
    private final RecordReader reader;
    private final Scan scan;
    private final RecordBatch record = new RecordBatch(1, 0);
    private final FrameDecoder decoder = new FrameDecoder();
    private final FrameDecoder inside = new FrameDecoder();
    private final Ends[] known = new Ends[256];

    /** Over a scanned capture. */
    DatagramReader(MappedSource source, RecordReader reader, Scan scan) {
        this.source = source;
        this.reader = reader;
        this.scan = scan;
    }

    /**
     * Reads one packet.
     *
     * @param consumer gets the datagram that is whole in it, with a payload that is a part of the file
     * @return the fragment of a datagram that it is; null where it is none
     * @throws IOException if the file lost what was to be read
     */
    @Nullable
    Fragment read(long packet, Consumer<Datagram> consumer) throws IOException {
        record.clear();
        reader.read(scan.pages().position(packet), record);
        if (record.size() == 0 || record.captured[0] < 0 || record.data[0] + record.captured[0] > source.size()) {
            throw new IOException("The file was changed while it was read.");
        }
        long data = record.data[0];
        ByteBuffer bytes = source.buffer(data);
        int at = source.index(data);
        int flow = scan.pages().flow(packet);
        int ike = record.linkType[0] == LinkTypes.ETHERNET ? PlainFrame.ike(bytes, at, record.captured[0]) : -1;
        if (ike >= 0) {
            consumer.accept(udp(bytes, at + PlainFrame.TRANSPORT, at + ike, packet, flow, null));
            return null;
        }
        decoder.decode(bytes, at, record.captured[0], record.linkType[0]);
        Frame f = decoder.frame;
        if (f.firstFragment || f.laterFragment) {
            return Fragment.of(f, packet, flow, record.time[0]);
        }
        Datagram datagram = null;
        if (f.sourcePort >= 0 && f.protocol == UDP) {
            datagram = udp(f.bytes, f.transport, f.end, packet, flow, null);
        } else if (f.sourcePort >= 0 && f.protocol == TCP) {
            datagram = tcp(f, packet, flow);
        } else if (f.protocol == ICMP || f.protocol == ICMPV6) {
            datagram = quoted(f, packet, flow);
        }
        if (datagram != null) {
            consumer.accept(datagram);
        }
        return null;
    }

    /** RFC 792, RFC 4443 section 3: behind eight bytes stands the beginning of the packet that the error is about. */
    private @Nullable Datagram quoted(Frame f, long packet, int flow) {
        if (!f.has(f.transport, ICMP_HEADER)) {
            return null;
        }
        boolean isVersion6 = f.protocol == ICMPV6;
        int type = f.bytes.get(f.transport) & 0xff;
        if (isVersion6 ? type >= 1 && type <= 4 : type == 3 || type == 4 || type == 11 || type == 12) {
            int at = f.transport + ICMP_HEADER;
            inside.decode(f.bytes, at, f.end - at, LinkTypes.RAW);
            Frame quoted = inside.frame;
            if (quoted.sourcePort >= 0 && quoted.protocol == UDP && !quoted.laterFragment) {
                int code = f.bytes.get(f.transport + 1) & 0xff;
                return udp(
                        quoted.bytes,
                        quoted.transport,
                        quoted.end,
                        packet,
                        flow,
                        new Datagram.Quote(ends(flow).source(), isVersion6, type, code));
            }
        }
        return null;
    }

    private Datagram udp(ByteBuffer bytes, int header, int end, long packet, int flow, Datagram.@Nullable Quote quote) {
        int at = header + UDP_HEADER;
        int length = end - header >= 6 ? Math.max(0, u16(bytes, header + 4) - UDP_HEADER) : 0;
        int captured = Math.max(0, Math.min(end - at, length));
        return whole(bytes, UDP, header, packet, flow, at, captured, length, quote);
    }

    private Datagram tcp(Frame f, long packet, int flow) {
        boolean hasHeader = f.has(f.transport, TCP_HEADER);
        int at = f.transport + (hasHeader ? (f.bytes.get(f.transport + 12) & 0xf0) >>> 2 : TCP_HEADER);
        int captured = Math.max(0, f.end - at);
        boolean cut = record.captured[0] != record.original[0];
        int length = cut ? captured + 1 : captured;
        return whole(f.bytes, TCP, f.transport, packet, flow, at, captured, length, null);
    }

    /** Both headers begin with the ports. */
    private Datagram whole(
            ByteBuffer bytes,
            int protocol,
            int header,
            long packet,
            int flow,
            int at,
            int captured,
            int length,
            Datagram.@Nullable Quote quote) {
        return datagram(
                List.of(packet),
                record.time[0],
                flow,
                protocol,
                u16(bytes, header),
                u16(bytes, header + 2),
                captured > 0 ? bytes.slice(at, captured) : NOTHING,
                length,
                false,
                quote);
    }

    private static int u16(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xffff;
    }

    /**
     * A datagram from its fragments, or from those that were seen.
     *
     * @param time of the packet that completes it
     * @param flow of its first fragment
     * @return null where it is no UDP; IP fragments of TCP do not occur where the path's MTU is honoured
     */
    @Nullable
    Datagram datagram(Reassembly.Pieces pieces, long time, int flow) {
        ByteBuffer head = ByteBuffer.wrap(pieces.head());
        if (pieces.protocol != UDP || head.limit() < UDP_HEADER) {
            return null;
        }
        int claimed = Math.max(0, (u16(head, 4)) - UDP_HEADER);
        int there = Math.min(head.limit() - UDP_HEADER, claimed);
        return datagram(
                pieces.packets,
                time,
                flow,
                UDP,
                u16(head, 0),
                u16(head, 2),
                head.slice(UDP_HEADER, there),
                claimed,
                true,
                null);
    }

    private Datagram datagram(
            List<Long> packets,
            long time,
            int flow,
            int protocol,
            int sourcePort,
            int destinationPort,
            ByteBuffer payload,
            int length,
            boolean isFragmented,
            Datagram.@Nullable Quote quote) {
        Ends ends = ends(flow);
        return new Datagram(
                packets,
                time == RecordBatch.NO_TIME ? null : CoverageJudge.instant(time),
                quote == null ? ends.source() : text(inside.frame.sourceHigh, inside.frame.sourceLow),
                sourcePort,
                quote == null ? ends.destination() : text(inside.frame.destinationHigh, inside.frame.destinationLow),
                destinationPort,
                ends.network(),
                scan.flows().trafficClass(flow),
                protocol,
                payload.isReadOnly() ? payload : payload.asReadOnlyBuffer(),
                length,
                isFragmented,
                quote);
    }

    private Ends ends(int flow) {
        int slot = flow & known.length - 1;
        Ends ends = known[slot];
        if (ends == null || ends.flow() != flow) {
            FlowTable flows = scan.flows();
            long[] addresses = flows.addresses(flow);
            ends = new Ends(
                    flow,
                    text(addresses[0], addresses[1]),
                    text(addresses[2], addresses[3]),
                    Addresses.network(flows.network(flow)));
            known[slot] = ends;
        }
        return ends;
    }
}
