package org.ipsecworkbench.capture.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.Exemption;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.decode.Frame;
import org.ipsecworkbench.capture.decode.FrameDecoder;
import org.ipsecworkbench.capture.decode.LinkTypes;
import org.ipsecworkbench.capture.spi.RecordBatch;
import org.ipsecworkbench.capture.spi.RecordReader;

/**
 * One pass over a capture on all cores.
 *
 * <p>Every thread does the same: it takes the next batch of records from the reader, which one thread at a time may do and
 * which is quick, decodes and counts it on its own, and hands the finished page to the index in the order of the capture.
 */
public final class Scan {
    private static final Logger LOG = Logger.getLogger(Scan.class.getName());

    /** Packets per batch, and bytes of the file: what is decoded is still in the second-level cache of a core. */
    private static final int BATCH = 4096;

    private static final int SPAN = 1 << 19;

    /**
     * ESP packets whose content is looked at: all of the first batches, then two of 128 by their sequence number. The choice
     * must not depend on which thread sees which packet.
     */
    private static final int SAMPLED_BATCHES = 16;

    private static final int SAMPLE_MASK = 127;

    private static final int MAX_THREADS = 16;

    private final MappedSource source;
    private final RecordReader reader;
    private final CaptureLimits limits;
    private final ProblemLog problems;
    private final FlowTable flows;
    private final PacketPages pages = new PacketPages();
    private final List<Tally> tallies = new ArrayList<>();
    private final Tally fragmentTally;
    private final Fragments fragments;
    /** Link layers by their number, with the first packet of each. */
    private final SortedMap<Integer, Long> linkTypes = new TreeMap<>();

    private final Map<Long, Finished> finished = new HashMap<>();
    private long nextFinished;
    private long nextBatch;
    private long nextPacket;
    private boolean ended;
    private volatile boolean stopped;
    private volatile boolean complete;

    private record Finished(PacketPages.Page page, List<Fragments.Fragment> fragments) {}

    /** Over the records of a source. */
    public Scan(MappedSource source, RecordReader reader, CaptureLimits limits, ProblemLog problems) {
        this.source = source;
        this.reader = reader;
        this.limits = limits;
        this.problems = problems;
        flows = new FlowTable(limits.maxFlows());
        fragmentTally = new Tally(limits.maxTimelines());
        fragments = new Fragments(flows, fragmentTally, limits.maxFragmentedDatagrams());
    }

    /** Reads everything; returns when done, cancelled or stopped. */
    public void run(ScanMonitor monitor) {
        run(monitor, source.size() < 1 << 20 ? 1 : Math.min(Runtime.getRuntime().availableProcessors(), MAX_THREADS));
    }

    /** The same with so many threads; what is found does not depend on it. */
    void run(ScanMonitor monitor, int threads) {
        List<Thread> helpers = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            Thread helper = new Thread(() -> work(monitor), "capture-scan-" + i);
            helper.setDaemon(true);
            helper.start();
            helpers.add(helper);
        }
        work(monitor);
        boolean interrupted = false;
        for (Thread helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    stop();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        synchronized (fragments) {
            fragments.finish();
        }
        reportLinkTypes();
        if (flows.isFull()) {
            problems.add(
                    "file",
                    "More than " + limits.maxFlows()
                            + " flows; the packets of further ones are counted in the totals without their hosts.");
        }
        complete = !stopped;
    }

    /** Ends a running scan soon. */
    public void stop() {
        stopped = true;
    }

    private void work(ScanMonitor monitor) {
        Worker worker = new Worker();
        synchronized (tallies) {
            tallies.add(worker.tally);
        }
        try {
            while (!stopped) {
                if (monitor.cancelled()) {
                    stop();
                    return;
                }
                long number;
                long first;
                synchronized (reader) {
                    if (ended) {
                        return;
                    }
                    worker.batch.clear();
                    source.touch(reader.position(), SPAN);
                    ended = !reader.fill(worker.batch);
                    number = nextBatch++;
                    first = nextPacket;
                    nextPacket += worker.batch.size();
                    monitor.progress(reader.position(), source.size());
                }
                finish(number, worker.decode(number, first));
            }
        } catch (InternalError e) {
            // What the JVM throws when a mapped file loses the page that is being read.
            stop();
            problems.add("file", "The file became shorter while it was read; what was read until then is shown.");
        } catch (RuntimeException | LinkageError e) {
            stop();
            problems.add(
                    "offset " + reader.position(),
                    "Reading failed about there, which is a defect of the workbench or of an extension; what was read"
                            + " until then is shown.");
            LOG.log(Level.WARNING, "reading", e);
        }
    }

    private void finish(long number, Finished batch) {
        synchronized (fragments) {
            finished.put(number, batch);
            Finished next = finished.remove(nextFinished);
            while (next != null) {
                fragments.take(next.page(), next.fragments());
                if (next.page().places.length > 0) {
                    pages.add(next.page());
                }
                nextFinished++;
                next = finished.remove(nextFinished);
            }
        }
    }

    /** The decoder and the counters of one thread. */
    private final class Worker {
        final Tally tally = new Tally(limits.maxTimelines());
        final RecordBatch batch = new RecordBatch(BATCH, SPAN);
        private final FrameDecoder decoder = new FrameDecoder();
        private final Repeats repeats = new Repeats();
        private int lastLinkType = -1;

        Finished decode(long number, long first) {
            RecordBatch b = batch;
            int size = b.size();
            PacketPages.Page page = new PacketPages.Page(first, size == 0 ? 0 : b.position[0], size);
            List<Fragments.Fragment> found = List.of();
            repeats.begin(number);
            synchronized (tally) {
                for (int i = 0; i < size; i++) {
                    page.places[i] = (int) (b.position[i] - page.base);
                    decodeOne(i, first + i);
                    Frame f = decoder.frame;
                    long length = b.original[i] & 0xffffffffL;
                    if (b.captured[i] < length) {
                        tally.truncated++;
                    }
                    if (f.malformed) {
                        tally.malformed++;
                    }
                    if (f.laterFragment || f.firstFragment) {
                        if (found.isEmpty()) {
                            found = new ArrayList<>();
                        }
                        found.add(new Fragments.Fragment(
                                Fragments.Key.of(f),
                                f.firstFragment && !f.laterFragment,
                                i,
                                b.time[i],
                                length,
                                f.trafficClass,
                                f.exemption,
                                f.spi));
                        if (f.laterFragment) {
                            continue;
                        }
                    }
                    page.flows[i] = count(f, number, first + i, b.time[i], length);
                }
            }
            return new Finished(page, found);
        }

        private void decodeOne(int i, long packet) {
            RecordBatch b = batch;
            if (b.linkType[i] != lastLinkType) {
                lastLinkType = b.linkType[i];
                newLinkType(lastLinkType, packet);
            }
            long data = b.data[i];
            try {
                decoder.decode(source.buffer(data), source.index(data), b.captured[i], b.linkType[i]);
            } catch (IndexOutOfBoundsException e) {
                // A defect of the decoder must not cost the other millions of packets.
                decoder.frame.trafficClass = TrafficClass.UNDECIDABLE;
                decoder.frame.malformed = true;
                decoder.frame.laterFragment = false;
                decoder.frame.firstFragment = false;
                problems.add("packet " + (packet + 1), "The decoder failed on it, which is a defect of the workbench.");
                LOG.log(Level.WARNING, "decoding packet " + (packet + 1), e);
            }
        }

        /** Twins are told by their share, for which every fourth batch of a large capture will do. */
        private static boolean isTwinSample(long batch) {
            return batch < SAMPLED_BATCHES || (batch & 3) == 0;
        }

        private void lookForTwin(Frame f, int flow, long time, long length) {
            boolean clear = f.trafficClass == TrafficClass.CLEAR;
            if (clear || f.esp >= 0) {
                if (clear) {
                    tally.twinSample(flow);
                }
                int twin = repeats.twinOf(f, flow, time, length);
                if (twin >= 0) {
                    tally.twin(twin);
                }
            }
        }

        private int count(Frame f, long number, long packet, long time, long length) {
            int id = flows.flowOf(f);
            long ofFlow = tally.count(id, f.trafficClass, time, length);
            if (ofFlow == 1) {
                tally.first(id, packet);
            }
            if (f.hasAddresses && time != RecordBatch.NO_TIME) {
                if (repeats.isCopy(f, time)) {
                    tally.copies++;
                }
                if (isTwinSample(number)) {
                    lookForTwin(f, id, time, length);
                }
            }
            if (f.esp >= 0) {
                tally.esp(id, f, number < SAMPLED_BATCHES || (f.sequence & SAMPLE_MASK) <= 1);
            } else if (f.trafficClass == TrafficClass.CLEAR
                    && f.exemption == Exemption.NONE
                    && ofFlow <= FlowTally.EARLY) {
                // A thread sees its packets in order, so its first ones are the earliest that it has.
                tally.remember(id, packet, time, length);
            }
            return id;
        }
    }

    private void newLinkType(int linkType, long packet) {
        synchronized (linkTypes) {
            linkTypes.merge(linkType, packet, Math::min);
        }
    }

    /** At the end, since the first packet of a link layer may be found after later ones. */
    private void reportLinkTypes() {
        synchronized (linkTypes) {
            linkTypes.entrySet().stream()
                    .filter(entry -> !LinkTypes.isDecoded(entry.getKey()))
                    .sorted(Map.Entry.comparingByValue())
                    .forEach(entry -> problems.add(
                            "packet " + (entry.getValue() + 1),
                            "The link layer with number " + entry.getKey()
                                    + " is not known; its packets count as not IP."));
        }
    }

    /** Adds up what all threads counted until now. */
    public Tally total() {
        Tally total = new Tally(limits.maxTimelines());
        List<Tally> all;
        synchronized (tallies) {
            all = new ArrayList<>(tallies);
        }
        all.add(fragmentTally);
        for (Tally tally : all) {
            synchronized (tally) {
                total.add(tally);
            }
        }
        return total;
    }

    /** The flows found until now. */
    public FlowTable flows() {
        return flows;
    }

    /** The index until now. */
    public PacketPages pages() {
        return pages;
    }

    /** Names of the link layers seen until now. */
    public List<String> linkTypes() {
        synchronized (linkTypes) {
            return linkTypes.keySet().stream().map(LinkTypes::name).distinct().toList();
        }
    }

    /** Whether everything was read. */
    public boolean isComplete() {
        return complete;
    }
}
