package org.ipsecworkbench.capture.scan;

import org.ipsecworkbench.capture.Exemption;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.decode.Frame;
import org.ipsecworkbench.capture.decode.LinkTypes;
import org.ipsecworkbench.capture.decode.PlainFrame;
import org.ipsecworkbench.capture.spi.RecordBatch;

/**
 * Decodes and counts runs of {@link PlainFrame}s, which is what most captures spend nearly all their time in: one loop over
 * columns and counters, flat, so that the compiler is soon done with it. It counts exactly what {@link Worker} counts of
 * every other packet, and hands over to it what happens seldom.
 */
final class PlainPackets {
    private final MappedSource source;
    private final FlowTable flows;
    private final Tally tally;
    private final Repeats repeats;
    private final Worker worker;
    private final PlainFrame frame = new PlainFrame();

    PlainPackets(MappedSource source, FlowTable flows, Tally tally, Repeats repeats, Worker worker) {
        this.source = source;
        this.flows = flows;
        this.tally = tally;
        this.repeats = repeats;
        this.worker = worker;
    }

    /**
     * Counts packets of a batch from one on, up to the first that is not plain.
     *
     * @param page where the flows go; not written where it is {@link PacketPages#NO_PAGE}
     * @param offset place in the batch of the page's first packet
     * @param twins whether twins are looked for
     * @param sample mask of the sequence numbers of ESP packets whose content is looked at: 0 for all
     * @return place in the batch of the first packet that was not counted; its size where there is none
     */
    int count(RecordBatch b, int from, PacketPages.Page page, int offset, boolean twins, int sample) {
        int size = b.size();
        PlainFrame f = frame;
        FlowTable.Table table = flows.four();
        TimeLines lines = tally.lines();
        Timeline scale = lines.scale();
        int bin = -1;
        long[] counts = {};
        long[] c = tally.counters();
        boolean indexed = page.flows.length > 0;
        int i = from;
        for (; i < size; i++) {
            long data = b.data[i];
            int captured = b.captured[i];
            long time = b.time[i];
            long length = b.original[i] & 0xffffffffL;
            if (b.linkType[i] != LinkTypes.ETHERNET
                    || time == RecordBatch.NO_TIME
                    || !f.read(source.buffer(data), source.index(data), captured)) {
                break;
            }
            TrafficClass as = f.trafficClass;
            long kind = FlowKind.of(as, Exemption.NONE, 0, f.spi);
            int flow = table.find(f.addresses, kind);
            if (flow < 0) {
                flow = flows.flow(f.addresses, kind);
                table = flows.four();
            }
            if (captured < length) {
                tally.truncated++;
            }
            int at = flow * Tally.STRIDE;
            if (flow >= tally.size() || !scale.covers(time)) {
                tally.prepare(flow, time);
                c = tally.counters();
                scale = lines.scale();
                bin = -1;
            }
            if (time < c[at + Tally.FIRST]) {
                c[at + Tally.FIRST] = time;
            }
            if (time > c[at + Tally.LAST]) {
                c[at + Tally.LAST] = time;
            }
            int column = lines.column(flow, as);
            if (bin != scale.bin(time) || column >= counts.length) {
                bin = scale.bin(time);
                counts = lines.bin(bin, column);
            }
            counts[column]++;
            counts[column + 1] += length;
            c[at + Tally.BYTES] += length;
            long ofFlow = ++c[at + Tally.PACKETS];
            if (ofFlow <= FlowTally.EARLY) {
                worker.note(i, flow, ofFlow, length, as);
            }
            long hosts = Repeats.hosts(0, Frame.IPV4 | f.addresses >>> 32, 0, Frame.IPV4 | f.addresses & 0xffffffffL);
            if (repeats.isCopy(hosts, kind, f.identity, time)) {
                tally.copies++;
            }
            if (twins) {
                worker.lookForTwin(i, flow, length, as, hosts);
            }
            if (as != TrafficClass.CLEAR) {
                c[at + Tally.LENGTHS] |= EspEvidence.lengthBits(f.espLength);
                if ((f.sequence & sample) <= 1) {
                    worker.look(i, flow);
                }
            }
            if (indexed) {
                page.flows[i - offset] = flow;
            }
        }
        return i;
    }
}
