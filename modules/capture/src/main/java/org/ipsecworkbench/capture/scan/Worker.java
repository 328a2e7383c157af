package org.ipsecworkbench.capture.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.Exemption;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.decode.Frame;
import org.ipsecworkbench.capture.decode.FrameDecoder;
import org.ipsecworkbench.capture.spi.RecordBatch;

/** Decodes and counts one batch after the other: the decoders and the counters of one thread. */
final class Worker {
    /** Packets per batch, and bytes of the file: what is decoded is still in the second-level cache of a core. */
    private static final int BATCH = 4096;

    static final int SPAN = 1 << 19;

    /**
     * ESP packets whose content is looked at: all of the first batches, then two of 128 by their sequence number. The choice
     * must not depend on which thread sees which packet.
     */
    private static final int SAMPLED_BATCHES = 16;

    private static final int SAMPLE_MASK = 127;

    private static final Logger LOG = Logger.getLogger(Scan.class.getName());

    final Tally tally;
    final RecordBatch batch = new RecordBatch(BATCH, SPAN);

    private final MappedSource source;
    private final FlowTable flows;
    private final SeenLinkTypes linkTypes;
    private final CaptureLimits limits;
    private final ProblemLog problems;
    private final FrameDecoder decoder = new FrameDecoder();
    private final PlainPackets plain;
    private final Repeats repeats = new Repeats();
    private int lastLinkType = -1;

    /** Number of the batch in the capture, and of its first packet. */
    private long number;

    private long first;
    /** Packets of the batch that were counted before. */
    private int counted;

    /** Mask of the sequence numbers of ESP packets whose content is looked at. */
    private int sample;
    /** Twins are told by their share, for which every fourth batch of a large capture will do. */
    private boolean lookForTwins;

    private List<Fragments.Fragment> found = List.of();
    /** When what is counted next enters the index. */
    long turn;

    Worker(MappedSource source, FlowTable flows, SeenLinkTypes linkTypes, CaptureLimits limits, ProblemLog problems) {
        this.source = source;
        this.flows = flows;
        this.linkTypes = linkTypes;
        this.limits = limits;
        this.problems = problems;
        tally = new Tally(limits.maxTimelines());
        plain = new PlainPackets(source, flows, tally, repeats, this);
    }

    /** A batch of the index, and the fragments in it, which are not counted yet. */
    record Finished(PacketPages.Page page, List<Fragments.Fragment> fragments) {}

    /** Makes ready for a batch, which is empty then. */
    void begin(long batchNumber, long firstPacket) {
        batch.clear();
        number = batchNumber;
        first = firstPacket;
        counted = 0;
        boolean all = number < SAMPLED_BATCHES;
        sample = all ? 0 : SAMPLE_MASK;
        lookForTwins = all || (number & 3) == 0;
        repeats.begin(number);
    }

    /** Goes on with the batch that it has. */
    void goOn() {
        counted = batch.size();
    }

    /** The number of the first packet behind the batch. */
    long end() {
        return first + batch.size();
    }

    /** Decodes and counts what the batch has got more. */
    Finished decode() {
        RecordBatch b = batch;
        int size = b.size() - counted;
        PacketPages.Page page = first < limits.maxIndexedPackets()
                ? new PacketPages.Page(size == 0 ? 0 : b.position[counted], size)
                : PacketPages.NO_PAGE;
        found = List.of();
        synchronized (tally) {
            int i = counted;
            while (i < b.size()) {
                int other = plain.count(b, i, page, counted, lookForTwins, sample);
                if (other > i) {
                    // A batch begins with a link type that was seen, and no plain packet has another.
                    seen(i);
                }
                if (other < b.size()) {
                    seen(other);
                    int flow = decode(b, other);
                    if (page != PacketPages.NO_PAGE) {
                        page.flows[other - counted] = flow;
                    }
                }
                i = other + 1;
            }
        }
        for (int i = 0; i < page.places.length; i++) {
            page.places[i] = (int) (b.position[counted + i] - page.base);
        }
        return new Finished(page, found);
    }

    private void seen(int i) {
        if (batch.linkType[i] != lastLinkType) {
            lastLinkType = batch.linkType[i];
            linkTypes.add(lastLinkType, first + i);
        }
    }

    /** The flow of a packet; 0 of a fragment that is not counted yet. */
    private int decode(RecordBatch b, int i) {
        long length = b.original[i] & 0xffffffffL;
        if (b.captured[i] < length) {
            tally.truncated++;
        }
        decode(i);
        return count(i, length);
    }

    private void decode(int i) {
        long data = batch.data[i];
        try {
            decoder.decode(source.buffer(data), source.index(data), batch.captured[i], batch.linkType[i]);
        } catch (IndexOutOfBoundsException e) {
            // A defect of the decoder must not cost the other millions of packets.
            decoder.frame.trafficClass = TrafficClass.UNDECIDABLE;
            decoder.frame.malformed = true;
            decoder.frame.laterFragment = false;
            decoder.frame.firstFragment = false;
            problems.add("packet " + (first + i + 1), "The decoder failed on it, which is a defect of the workbench.");
            LOG.log(Level.WARNING, "decoding packet " + (first + i + 1), e);
        }
    }

    private int count(int i, long length) {
        Frame f = decoder.frame;
        if (f.malformed) {
            tally.malformed++;
        }
        if (f.laterFragment || f.firstFragment) {
            fragment(f, i, length);
            if (f.laterFragment) {
                return 0;
            }
        }
        long kind = FlowKind.of(f);
        int flow = flows.flow(f.sourceHigh, f.sourceLow, f.destinationHigh, f.destinationLow, kind);
        long ofFlow = tally.count(flow, f.trafficClass, batch.time[i], length);
        note(i, flow, ofFlow, length, f.exemption == Exemption.NONE ? f.trafficClass : TrafficClass.NON_IP);
        if (f.hasAddresses) {
            long hosts = Repeats.hosts(f.sourceHigh, f.sourceLow, f.destinationHigh, f.destinationLow);
            TrafficClass as = f.trafficClass.isEsp() && f.esp < 0 ? TrafficClass.UNDECIDABLE : f.trafficClass;
            repeats(i, flow, length, as, hosts, kind, f.identity());
        }
        if (f.esp >= 0) {
            tally.espLength(flow, f.espLength);
            if ((f.sequence & sample) <= 1) {
                tally.look(flow, f);
            }
        }
        return flow;
    }

    /** Looks into a plain ESP packet, for the sample. */
    void look(int i, int flow) {
        decode(i);
        tally.look(flow, decoder.frame);
    }

    private void fragment(Frame f, int i, long length) {
        if (found.isEmpty()) {
            found = new ArrayList<>();
        }
        found.add(new Fragments.Fragment(
                Fragments.Key.of(f),
                f.firstFragment && !f.laterFragment,
                first + i,
                batch.time[i],
                length,
                f.trafficClass,
                f.exemption,
                f.spi));
    }

    /** Keeps the first packets of a flow. A thread sees its packets in order, so its first ones are the earliest it has. */
    void note(int i, int flow, long ofFlow, long length, TrafficClass as) {
        if (ofFlow <= FlowTally.EARLY) {
            if (ofFlow == 1) {
                tally.first(flow, first + i);
            }
            if (as == TrafficClass.CLEAR) {
                tally.remember(flow, first + i, batch.time[i], length);
            }
        }
    }

    /** Looks for what the packet is a copy of, or the twin of. */
    private void repeats(
            int i, int flow, long length, TrafficClass trafficClass, long hosts, long kind, long identity) {
        long time = batch.time[i];
        if (time == RecordBatch.NO_TIME) {
            return;
        }
        if (repeats.isCopy(hosts, kind, identity, time)) {
            tally.copies++;
        }
        if (lookForTwins) {
            lookForTwin(i, flow, length, trafficClass, hosts);
        }
    }

    /** Looks for what the packet is the twin of. */
    void lookForTwin(int i, int flow, long length, TrafficClass trafficClass, long hosts) {
        boolean esp = trafficClass.isEsp();
        if (esp || trafficClass == TrafficClass.CLEAR) {
            if (!esp) {
                tally.twinSample(flow);
            }
            int twin = repeats.twinOf(hosts, esp, flow, batch.time[i], length);
            if (twin >= 0) {
                tally.twin(twin);
            }
        }
    }
}
