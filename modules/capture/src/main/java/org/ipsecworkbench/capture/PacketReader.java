package org.ipsecworkbench.capture;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.ipsecworkbench.capture.decode.FrameDecoder;
import org.ipsecworkbench.capture.detail.PacketDetails;
import org.ipsecworkbench.capture.judge.Addresses;
import org.ipsecworkbench.capture.judge.CoverageJudge;
import org.ipsecworkbench.capture.scan.FlowTable;
import org.ipsecworkbench.capture.scan.MappedSource;
import org.ipsecworkbench.capture.scan.Scan;
import org.ipsecworkbench.capture.spi.RecordBatch;
import org.ipsecworkbench.capture.spi.RecordReader;
import org.jspecify.annotations.Nullable;

/** Reads single packets anew, wherever they lie in a file that may have been changed since it was scanned. Safe for use by several threads. */
final class PacketReader {
    private static final String GONE = "The file was changed; this packet is no longer in it.";

    /** Bytes at the position of every record in every format: Network Monitor has an entry of its frame table there. */
    private static final int SMALLEST_RECORD = 4;

    private final MappedSource source;
    private final RecordReader reader;
    private final Scan scan;
    private final int maxRecord;
    private volatile @Nullable Judged judged;

    private record Judged(long packets, List<Confidentiality> flows) {}

    PacketReader(MappedSource source, RecordReader reader, Scan scan, int maxRecord) {
        this.source = source;
        this.reader = reader;
        this.scan = scan;
        this.maxRecord = maxRecord;
    }

    Packet packet(long index) {
        try {
            return decoded(index);
        } catch (ChangedFileException e) {
            TrafficClass trafficClass = scan.flows().trafficClass(scan.pages().flow(index));
            return new Packet(index, null, "", "", trafficClass, 0, 0, GONE);
        }
    }

    ByteBuffer bytes(long index) {
        try {
            return copy(record(index));
        } catch (ChangedFileException e) {
            return ByteBuffer.allocate(0);
        }
    }

    RawPacket raw(long index) {
        try {
            RecordBatch record = record(index);
            byte[] bytes = new byte[record.captured[0]];
            copy(record).get(bytes);
            return new RawPacket(bytes, record.linkType[0], record.original[0] & 0xffffffffL, record.time[0]);
        } catch (ChangedFileException e) {
            return new RawPacket(new byte[0], RecordBatch.NO_PACKET, 0, 0);
        }
    }

    List<String> notes(long index) {
        return reader.notes(scan.pages().position(index));
    }

    List<Detail> details(long index) {
        try {
            return dissected(index);
        } catch (ChangedFileException e) {
            return List.of(new Detail("Frame", GONE, Detail.State.WRONG, -1, 0, List.of()));
        }
    }

    private Packet decoded(long index) {
        RecordBatch record = record(index);
        FrameDecoder decoder = new FrameDecoder();
        long data = record.data[0];
        decoder.decode(source.buffer(data), source.index(data), record.captured[0], record.linkType[0]);
        FlowTable flows = scan.flows();
        int flow = scan.pages().flow(index);
        long[] addresses = flows.addresses(flow);
        TrafficClass trafficClass = flows.trafficClass(flow);
        return new Packet(
                index,
                record.time[0] == RecordBatch.NO_TIME ? null : CoverageJudge.instant(record.time[0]),
                Addresses.text(addresses[0], addresses[1]),
                Addresses.text(addresses[2], addresses[3]),
                trafficClass,
                record.original[0] & 0xffffffffL,
                record.captured[0],
                PacketInfo.of(decoder.frame, trafficClass, flows.spi(flow)));
    }

    private ByteBuffer copy(RecordBatch record) {
        long data = record.data[0];
        byte[] copy = new byte[record.captured[0]];
        source.buffer(data).get(source.index(data), copy);
        return ByteBuffer.wrap(copy).asReadOnlyBuffer();
    }

    private List<Detail> dissected(long index) {
        RecordBatch record = record(index);
        int flow = scan.pages().flow(index);
        TrafficClass trafficClass = scan.flows().trafficClass(flow);
        return PacketDetails.of(
                copy(record),
                new PacketDetails.Facts(
                        index,
                        time(record),
                        time(record(0)),
                        record.original[0] & 0xffffffffL,
                        record.linkType[0],
                        trafficClass,
                        scan.flows().exemption(flow),
                        trafficClass.isEsp() ? confidentiality(flow) : Confidentiality.UNKNOWN,
                        notes(index)));
    }

    /** Judged once for as many packets as there are. */
    private Confidentiality confidentiality(int flow) {
        Judged all = judged;
        long packets = scan.pages().packets();
        if (all == null || all.packets() != packets) {
            all = new Judged(packets, CoverageJudge.confidentiality(scan));
            judged = all;
        }
        return all.flows().get(flow);
    }

    private static @Nullable Instant time(RecordBatch record) {
        return record.time[0] == RecordBatch.NO_TIME ? null : CoverageJudge.instant(record.time[0]);
    }

    private RecordBatch record(long index) {
        RecordBatch one = new RecordBatch(1, 0);
        long position = scan.pages().position(index);
        if (source.holds(position + SMALLEST_RECORD)) {
            reader.read(position, one);
        }
        boolean sound = one.size() == 1 && one.captured[0] >= 0 && one.captured[0] <= maxRecord;
        if (!sound || !source.holds(one.data[0] + one.captured[0])) {
            throw new ChangedFileException();
        }
        return one;
    }

    /** Where a packet was, something else is now: whoever writes the file began anew. */
    private static final class ChangedFileException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
