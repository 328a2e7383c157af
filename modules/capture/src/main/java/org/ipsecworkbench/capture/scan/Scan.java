package org.ipsecworkbench.capture.scan;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.ScanMonitor;
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

    private final Map<Long, Worker.Finished> finished = new HashMap<>();
    private long nextFinished;
    /** There is no room for more packets in the index. */
    private boolean unindexed;

    private final List<Worker> workers = new ArrayList<>();
    /** Whose batch the end of the file left unfilled; null where the next batch is a new one. */
    private @Nullable Worker open;

    private long nextBatch;
    private volatile long nextTurn;
    /** How often a batch was asked for. */
    private final AtomicLong asked = new AtomicLong();
    /** Where the last batch ended, and how long it was. */
    private volatile long readTo;

    private volatile long batchBytes;
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

    /** Over the records of a source. */
    public Scan(MappedSource source, RecordReader reader, CaptureLimits limits, ProblemLog problems) {
        this.source = source;
        this.reader = reader;
        this.limits = limits;
        this.problems = problems;
        flows = new FlowTable(limits.maxFlows());
        fragmentTally = new Tally(limits.maxTimelines());
        ending = new Tally(limits.maxTimelines());
        fragments = new Fragments(flows, pages, fragmentTally, limits.maxFragmentedDatagrams());
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
        asked.set(nextTurn);
        readTo = reader.position();
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
            // What the JVM throws when a mapped file loses the page that is being read, right after it was there.
            shortened();
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
            Worker worker = new Worker(source, flows, linkTypes, limits, problems);
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
        long left = source.left();
        // While another thread reads its batch, this one brings the stretch to hand where its own will lie.
        long ahead = readTo + Math.max(0, asked.getAndIncrement() - nextTurn) * batchBytes;
        source.touch(ahead, (int) Math.min(Worker.SPAN, left - ahead));
        synchronized (reader) {
            if (ended || broken || isLost(readTo + Worker.SPAN, left)) {
                return false;
            }
            if (worker == open) {
                open = null;
                worker.goOn();
            } else {
                worker.begin(nextBatch++, nextPacket);
            }
            ended = !reader.fill(worker.batch);
            if (isLost(reader.position(), left)) {
                return false;
            }
            batchBytes = reader.position() - readTo;
            readTo = reader.position();
            if (ended) {
                open = worker;
            }
            worker.turn = nextTurn;
            nextTurn = worker.turn + 1;
            nextPacket = worker.end();
            monitor.progress(reader.position(), source.size());
            return true;
        }
    }

    /** Whether the file has lost what is about to be read; then nothing more is. */
    private boolean isLost(long end, long left) {
        if (left < source.size() && end > left) {
            shortened();
            return true;
        }
        return false;
    }

    private void shortened() {
        broken = true;
        problems.add("file", Growth.SHORTER);
    }

    private void finish(long turn, Worker.Finished batch) {
        synchronized (fragments) {
            finished.put(turn, batch);
            Worker.Finished next = finished.remove(nextFinished);
            while (next != null) {
                index(next.page());
                fragments.take(next.fragments());
                nextFinished++;
                next = finished.remove(nextFinished);
            }
        }
    }

    private void index(PacketPages.Page page) {
        if (unindexed || limits.maxIndexedPackets() == 0) {
            return;
        }
        String why = "";
        if (page == PacketPages.NO_PAGE) {
            why = "more are not kept at hand.";
        } else {
            try {
                pages.add(page);
            } catch (IOException e) {
                why = "there is no room for an index of them: " + e.getMessage();
            }
        }
        if (!why.isEmpty()) {
            unindexed = true;
            problems.add(
                    "packet " + (pages.packets() + 1),
                    "The packets from here on are counted, but cannot be listed; " + why);
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
