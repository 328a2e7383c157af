package org.ipsecworkbench.capture.datagram;

import static org.ipsecworkbench.capture.judge.Addresses.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.ipsecworkbench.capture.Datagram;
import org.ipsecworkbench.capture.PacketSelection;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.capture.decode.Frame;
import org.ipsecworkbench.capture.decode.FrameDecoder;
import org.ipsecworkbench.capture.decode.LinkTypes;
import org.ipsecworkbench.capture.judge.Addresses;
import org.ipsecworkbench.capture.judge.CoverageJudge;
import org.ipsecworkbench.capture.scan.FlowTable;
import org.ipsecworkbench.capture.scan.MappedSource;
import org.ipsecworkbench.capture.scan.Scan;
import org.ipsecworkbench.capture.spi.RecordBatch;
import org.ipsecworkbench.capture.spi.RecordReader;
import org.jspecify.annotations.Nullable;

/** Walks selected packets of a capture and hands out what UDP and TCP carry in them. Used once, by one thread. */
public final class DatagramReader {
    private static final int ICMP = 1;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int ICMPV6 = 58;
    private static final int ICMP_HEADER = 8;
    private static final int UDP_HEADER = 8;
    private static final int TCP_HEADER = 20;

    /** Packets between two questions whether to go on. */
    private static final int STEP = 1024;

    /** Texts of a flow's addresses, which most datagrams share with the one before. */
    private record Ends(int flow, String source, String destination, String network) {}

    private final MappedSource source;
    private final RecordReader reader;
    private final Scan scan;
    private final Reassembly reassembly;
    private final Consumer<Datagram> consumer;
    private final RecordBatch record = new RecordBatch(1, 0);
    private final FrameDecoder decoder = new FrameDecoder();
    private final FrameDecoder inside = new FrameDecoder();
    private final Ends[] known = new Ends[256];

    /**
     * Over a scanned capture.
     *
     * @param maxFragmented datagrams whose fragments are awaited at the same time
     */
    public DatagramReader(
            MappedSource source, RecordReader reader, Scan scan, int maxFragmented, Consumer<Datagram> consumer) {
        this.source = source;
        this.reader = reader;
        this.scan = scan;
        this.consumer = consumer;
        reassembly = new Reassembly(maxFragmented);
    }

    /**
     * Goes through the packets in their order.
     *
     * @throws IOException if the file lost what was to be read
     */
    public void read(PacketSelection selection, ScanMonitor monitor) throws IOException {
        try {
            long size = selection.size();
            for (long i = 0; i < size; i++) {
                long packet = selection.get(i);
                long position = scan.pages().position(packet);
                if (i % STEP == 0) {
                    if (monitor.cancelled()) {
                        return;
                    }
                    monitor.progress(position, source.size());
                }
                packet(packet, position);
            }
            giveUp(reassembly.finish());
        } catch (InternalError e) {
            // What the JVM throws when a mapped file loses the page that is being read.
            throw new IOException("The file was changed while it was read.", e);
        }
    }

    private void packet(long packet, long position) throws IOException {
        record.clear();
        reader.read(position, record);
        if (record.size() == 0 || record.captured[0] < 0 || record.data[0] + record.captured[0] > source.size()) {
            throw new IOException("The file was changed while it was read.");
        }
        long data = record.data[0];
        decoder.decode(source.buffer(data), source.index(data), record.captured[0], record.linkType[0]);
        Frame f = decoder.frame;
        int flow = scan.pages().flow(packet);
        if (f.firstFragment || f.laterFragment) {
            Reassembly.Pieces whole = reassembly.add(f, packet, flow, record.time[0]);
            if (whole != null) {
                hand(whole, time(), whole.flow < 0 ? flow : whole.flow);
            }
            giveUp(reassembly.givenUp());
            return;
        }
        if (f.sourcePort >= 0 && f.protocol == UDP) {
            udp(f, packet, flow, null);
        } else if (f.sourcePort >= 0 && f.protocol == TCP) {
            tcp(f, packet, flow);
        } else if (f.protocol == ICMP || f.protocol == ICMPV6) {
            quoted(f, packet, flow);
        }
    }

    /** RFC 792, RFC 4443 section 3: behind eight bytes stands the beginning of the packet that the error is about. */
    private void quoted(Frame f, long packet, int flow) {
        if (!f.has(f.transport, ICMP_HEADER)) {
            return;
        }
        boolean isVersion6 = f.protocol == ICMPV6;
        int type = f.bytes.get(f.transport) & 0xff;
        if (isVersion6 ? type >= 1 && type <= 4 : type == 3 || type == 4 || type == 11 || type == 12) {
            int at = f.transport + ICMP_HEADER;
            inside.decode(f.bytes, at, f.end - at, LinkTypes.RAW);
            Frame quoted = inside.frame;
            if (quoted.sourcePort >= 0 && quoted.protocol == UDP && !quoted.laterFragment) {
                int code = f.bytes.get(f.transport + 1) & 0xff;
                udp(quoted, packet, flow, new Datagram.Quote(ends(flow).source(), isVersion6, type, code));
            }
        }
    }

    private void udp(Frame f, long packet, int flow, Datagram.@Nullable Quote quote) {
        int at = f.transport + UDP_HEADER;
        int length = f.has(f.transport, 6) ? Math.max(0, u16(f, f.transport + 4) - UDP_HEADER) : 0;
        int captured = Math.max(0, Math.min(f.end - at, length));
        whole(f, packet, flow, at, captured, length, quote);
    }

    private void tcp(Frame f, long packet, int flow) {
        boolean hasHeader = f.has(f.transport, TCP_HEADER);
        int at = f.transport + (hasHeader ? (f.bytes.get(f.transport + 12) & 0xf0) >>> 2 : TCP_HEADER);
        int captured = Math.max(0, f.end - at);
        boolean cut = record.captured[0] != record.original[0];
        whole(f, packet, flow, at, captured, cut ? captured + 1 : captured, null);
    }

    private void whole(
            Frame f, long packet, int flow, int at, int captured, int length, Datagram.@Nullable Quote quote) {
        byte[] copy = new byte[captured];
        if (captured > 0) {
            f.bytes.get(at, copy);
        }
        hand(List.of(packet), time(), flow, f.protocol, f.sourcePort, f.destinationPort, copy, length, false, quote);
    }

    private static int u16(Frame f, int at) {
        return f.bytes.getShort(at) & 0xffff;
    }

    private @Nullable Instant time() {
        return record.time[0] == RecordBatch.NO_TIME ? null : CoverageJudge.instant(record.time[0]);
    }

    private void giveUp(List<Reassembly.Pieces> some) {
        for (Reassembly.Pieces pieces : some) {
            // Without its first fragment nobody knows the ports, so that it is nobody's datagram.
            if (pieces.flow >= 0) {
                Instant time = pieces.time == RecordBatch.NO_TIME ? null : CoverageJudge.instant(pieces.time);
                hand(pieces, time, pieces.flow);
            }
        }
    }

    /** The first fragment's UDP header; IP fragments of TCP do not occur where the path's MTU is honoured. */
    private void hand(Reassembly.Pieces pieces, @Nullable Instant time, int flow) {
        byte[] head = pieces.head();
        if (pieces.protocol != UDP || head.length < UDP_HEADER) {
            return;
        }
        ByteBuffer header = ByteBuffer.wrap(head);
        int claimed = Math.max(0, (header.getShort(4) & 0xffff) - UDP_HEADER);
        int there = Math.min(head.length - UDP_HEADER, claimed);
        byte[] payload = Arrays.copyOfRange(head, UDP_HEADER, UDP_HEADER + there);
        hand(
                pieces.packets,
                time,
                flow,
                UDP,
                header.getShort(0) & 0xffff,
                header.getShort(2) & 0xffff,
                payload,
                claimed,
                true,
                null);
    }

    private void hand(
            List<Long> packets,
            @Nullable Instant time,
            int flow,
            int protocol,
            int sourcePort,
            int destinationPort,
            byte[] payload,
            int length,
            boolean isFragmented,
            Datagram.@Nullable Quote quote) {
        Ends ends = ends(flow);
        consumer.accept(new Datagram(
                packets,
                time,
                quote == null ? ends.source() : text(inside.frame.sourceHigh, inside.frame.sourceLow),
                sourcePort,
                quote == null ? ends.destination() : text(inside.frame.destinationHigh, inside.frame.destinationLow),
                destinationPort,
                ends.network(),
                scan.flows().trafficClass(flow),
                protocol,
                ByteBuffer.wrap(payload).asReadOnlyBuffer(),
                length,
                isFragmented,
                quote));
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
