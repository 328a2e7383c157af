package org.ipsecworkbench.capture.scan;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.Exemption;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.decode.Frame;
import org.ipsecworkbench.capture.decode.FrameDecoder;
import org.ipsecworkbench.capture.spi.RecordBatch;
import org.ipsecworkbench.capture.spi.RecordReader;
import org.jspecify.annotations.Nullable;

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
    private final SeenLinkTypes linkTypes = new SeenLinkTypes();

    private final Map<Long, Finished> finished = new HashMap<>();
    private long nextFinished;
    private final List<Worker> workers = new ArrayList<>();
    /** Whose batch the end of the file left unfilled; null where the next batch is a new one. */
    private @Nullable Worker open;

    private long nextBatch;
    private long nextTurn;
    private long nextPacket;
    private boolean ended;
    /** Fragments that waited for their first one at the end that the file had. */
    private volatile Tally ending;

    private boolean fullReported;
    private volatile boolean stopped;
    private volatile boolean cancelled;
    /** Reading failed. */
    private volatile boolean broken;
    /** The file that was followed is not there any more. */
    private volatile boolean lost;

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
        ending = new Tally(limits.maxTimelines());
        fragments = new Fragments(flows, fragmentTally, limits.maxFragmentedDatagrams());
    }

    /** Reads everything; returns when done, cancelled or stopped. */
    public void run(ScanMonitor monitor) {
        run(monitor, threads(source.size()));
    }

    /** The same with so many threads; what is found does not depend on it. */
    void run(ScanMonitor monitor, int threads) {
        pass(monitor, threads);
        complete = ended && !broken;
    }

    /**
     * Reads everything that was not read yet, then waits for more and reads it, too, until the monitor cancels. After that,
     * this can be called again.
     */
    public void follow(ScanMonitor monitor) {
        follow(monitor, 0);
    }

    /** The same with so many threads, 0 for as many as fit to what there is to read. */
    void follow(ScanMonitor monitor, int threads) {
        complete = false;
        cancelled = false;
        goOn(monitor, threads);
        if (!cancelled && canGoOn()) {
            try (Growth growth = Growth.of(source, problems)) {
                while (!cancelled && canGoOn() && growth.await(() -> stopped || monitor.cancelled())) {
                    goOn(monitor, threads);
                }
                lost = growth.isOver();
            } catch (ClosedByInterruptException e) {
                // The thread was interrupted, and still is: nobody waits for more.
                LOG.log(Level.FINE, "interrupted", e);
            } catch (IOException e) {
                lost = true;
                problems.add("file", Growth.why(e));
            }
        }
        problems.end();
        complete = ended && !broken;
    }

    private void goOn(ScanMonitor monitor, int threads) {
        problems.goOn(true);
        pass(monitor, threads == 0 ? threads(source.size() - reader.position()) : threads);
    }

    private static int threads(long bytes) {
        return bytes < 1 << 20 ? 1 : Math.min(Runtime.getRuntime().availableProcessors(), MAX_THREADS);
    }

    /** Whether more could be read if it were there. */
    public boolean canGoOn() {
        return !stopped && !broken && !lost && reader.canGoOn();
    }

    /** Reads until the end that the file has now. */
    private void pass(ScanMonitor monitor, int threads) {
        ended = false;
        ending = new Tally(limits.maxTimelines());
        guarded(() -> readAll(monitor, threads));
        guarded(this::settle);
    }

    private void readAll(ScanMonitor monitor, int threads) {
        Worker first = open == null ? worker(0) : open;
        // A batch that the file had no more records for is filled up before others are begun, so that batches are what
        // they are when the whole file is read at once.
        if (step(first, monitor)) {
            List<Runnable> work = new ArrayList<>();
            for (int i = 0; work.size() < threads - 1; i++) {
                Worker worker = worker(i);
                if (worker != first) {
                    work.add(() -> guarded(() -> work(worker, monitor)));
                }
            }
            work.add(() -> work(first, monitor));
            Together.run("capture-scan", work, () -> cancelled = true);
        }
    }

    /** What can be told only when no thread reads. */
    private void settle() {
        synchronized (fragments) {
            fragments.finish(ending);
        }
        linkTypes.report(problems);
        if (flows.isFull() && !fullReported) {
            fullReported = true;
            problems.add(
                    "file",
                    "More than " + limits.maxFlows()
                            + " flows; the packets of further ones are counted in the totals without their hosts.");
        }
    }

    /** Around all that may read the file: the JVM may throw late what a lost page caused. */
    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (InternalError e) {
            // What the JVM throws when a mapped file loses the page that is being read.
            broken = true;
            problems.add("file", "The file became shorter while it was read; what was read until then is shown.");
        } catch (RuntimeException | LinkageError e) {
            broken = true;
            problems.add(
                    "offset " + reader.position(),
                    "Reading failed about there, which is a defect of the workbench or of an extension; what was read"
                            + " until then is shown.");
            LOG.log(Level.WARNING, "reading", e);
        }
    }

    private Worker worker(int number) {
        if (number == workers.size()) {
            Worker worker = new Worker();
            workers.add(worker);
            synchronized (tallies) {
                tallies.add(worker.tally);
            }
        }
        return workers.get(number);
    }

    /** Ends a running scan soon, for good. */
    public void stop() {
        stopped = true;
    }

    private void work(Worker worker, ScanMonitor monitor) {
        boolean more = true;
        while (more) {
            more = step(worker, monitor);
        }
    }

    /** Reads and counts a batch; false where there is none. */
    private boolean step(Worker worker, ScanMonitor monitor) {
        if (monitor.cancelled()) {
            cancelled = true;
        }
        if (stopped || cancelled || broken || !take(worker, monitor)) {
            return false;
        }
        finish(worker.turn, worker.decode());
        return true;
    }

    private boolean take(Worker worker, ScanMonitor monitor) {
        synchronized (reader) {
            if (ended) {
                return false;
            }
            if (worker == open) {
                open = null;
                worker.goOn();
            } else {
                worker.begin(nextBatch++, nextPacket);
            }
            source.touch(reader.position(), SPAN);
            ended = !reader.fill(worker.batch);
            if (ended) {
                open = worker;
            }
            worker.turn = nextTurn++;
            nextPacket = worker.first + worker.batch.size();
            monitor.progress(reader.position(), source.size());
            return true;
        }
    }

    private void finish(long turn, Finished batch) {
        synchronized (fragments) {
            finished.put(turn, batch);
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

        /** Number of the batch in the capture, and of its first packet. */
        private long number;

        private long first;
        /** Packets of the batch that were counted before, and their page. */
        private int counted;

        private PacketPages.@Nullable Page before;
        /** When what is counted next enters the index. */
        private long turn;

        void begin(long batchNumber, long firstPacket) {
            batch.clear();
            number = batchNumber;
            first = firstPacket;
            counted = 0;
            before = null;
            repeats.begin(number);
        }

        /** With the batch that it has. */
        void goOn() {
            counted = batch.size();
        }

        private PacketPages.Page page() {
            RecordBatch b = batch;
            PacketPages.Page page = before;
            if (page == null || counted == 0) {
                page = new PacketPages.Page(first, b.size() == 0 ? 0 : b.position[0], b.size());
                before = page;
            } else {
                // Fragments that wait for their first one may be settled in it at the same time.
                synchronized (fragments) {
                    page.grow(b.size());
                }
            }
            return page;
        }

        Finished decode() {
            RecordBatch b = batch;
            int size = b.size();
            PacketPages.Page page = page();
            List<Fragments.Fragment> found = List.of();
            synchronized (tally) {
                for (int i = counted; i < size; i++) {
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
                linkTypes.add(lastLinkType, packet);
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

    /** Adds up what all threads counted until now. */
    public Tally total() {
        Tally total = new Tally(limits.maxTimelines());
        List<Tally> all;
        synchronized (tallies) {
            all = new ArrayList<>(tallies);
        }
        all.add(fragmentTally);
        all.add(ending);
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
        return linkTypes.names();
    }

    /** Whether everything was read. */
    public boolean isComplete() {
        return complete;
    }
}
