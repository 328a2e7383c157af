package org.ipsecworkbench.capture.filter;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.capture.scan.MappedSource;
import org.ipsecworkbench.capture.scan.PacketPages;
import org.ipsecworkbench.capture.scan.Scan;
import org.ipsecworkbench.capture.scan.Together;
import org.ipsecworkbench.capture.spi.RecordReader;

/**
 * Finds the packets that pass a filter, on all cores.
 *
 * <p>Every packet's flow is looked up in the index; most filters are decided by it. Only where the flow leaves something
 * open, the packet itself is read from the file. Threads take blocks of packets in turn.
 */
public final class Selector {
    /** Packets per block: their places in it fit into a {@code char}. */
    public static final int BLOCK = 1 << 16;
    /** A block of which every packet passes, so that none has to be named. */
    public static final char[] WHOLE = new char[0];

    private static final char[] EMPTY = new char[0];

    /** Packets whose flows are looked at together. */
    private static final int STEP = 2048;

    /** Bytes that memory hands over at once. */
    private static final int LINE = 64;

    private static final int MAX_THREADS = 16;

    private final MappedSource source;
    private final RecordReader reader;
    private final PacketPages pages;
    private final FlowVerdicts verdicts;
    private final ScanMonitor monitor;
    private final long packets;
    private final char[][] blocks;
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean stopped;

    /**
     * What was found.
     *
     * @param packets how many packets were looked at, from the first on
     * @param blocks for each {@link #BLOCK} of them the places of those that pass, ascending, or {@link #WHOLE}
     */
    // The blocks are handed over, and results are not compared.
    @SuppressWarnings("ArrayRecordComponent")
    public record Found(long packets, char[][] blocks) {}

    private Selector(
            MappedSource source,
            RecordReader reader,
            Scan scan,
            FlowVerdicts verdicts,
            long packets,
            ScanMonitor monitor) {
        this.source = source;
        this.reader = reader;
        this.pages = scan.pages();
        this.verdicts = verdicts;
        this.packets = packets;
        this.monitor = monitor;
        blocks = new char[(int) ((packets + BLOCK - 1) / BLOCK)][];
    }

    /**
     * Goes through the first packets of a capture. Where the monitor says that the user cancelled, or the file lost what
     * was to be read, the beginning that was dealt with stands.
     *
     * @param packets how many, at most those of the index now, so that their flows are judged
     */
    public static Found select(
            MappedSource source, RecordReader reader, Scan scan, Node filter, long packets, ScanMonitor monitor) {
        FlowVerdicts verdicts = new FlowVerdicts(filter, scan);
        return new Selector(source, reader, scan, verdicts, packets, monitor).run();
    }

    private Found run() {
        int threads = Math.min(Math.min(Runtime.getRuntime().availableProcessors(), MAX_THREADS), blocks.length);
        Together.run("capture-select", Collections.nCopies(Math.max(1, threads), this::work), () -> stopped = true);
        int done = 0;
        while (done < blocks.length && blocks[done] != null) {
            done++;
        }
        return done == blocks.length
                ? new Found(packets, blocks)
                : new Found((long) done * BLOCK, Arrays.copyOf(blocks, done));
    }

    private void work() {
        if (blocks.length == 0) {
            return;
        }
        try {
            Worker worker = new Worker();
            while (!stopped && !monitor.cancelled()) {
                int block = next.getAndIncrement();
                if (block >= blocks.length) {
                    return;
                }
                long first = (long) block * BLOCK;
                monitor.progress(pages.position(first), source.size());
                blocks[block] = worker.block(first, (int) Math.min(BLOCK, packets - first));
            }
        } catch (InternalError e) {
            // What the JVM throws when a mapped file loses the page that is being read.
            stopped = true;
        }
    }

    /** The buffers of one thread. */
    private final class Worker {
        private final int[] flows = new int[STEP];
        private final long[] positions = new long[STEP];
        private final char[] passed = new char[BLOCK];
        private final Probe probe = new Probe();
        private final PacketFacts packet = new PacketFacts(source, reader, pages.position(0));
        private FlowVerdicts.Snapshot known = verdicts.snapshot();
        /** Keeps the compiler from leaving the reads of {@link #fetch} out. */
        @SuppressWarnings("unused")
        private int fetched;

        char[] block(long first, int size) {
            int found = 0;
            for (int from = 0; from < size; from += STEP) {
                int count = Math.min(STEP, size - from);
                pages.copyFlows(first + from, flows, count);
                int open = verdicts(count);
                if (open == 0) {
                    found = byFlow(from, count, found);
                } else {
                    found = byPacket(first, from, count, found);
                }
            }
            return found == size ? WHOLE : found == 0 ? EMPTY : Arrays.copyOf(passed, found);
        }

        /** How many packets the flows leave open. */
        private int verdicts(int count) {
            int[] verdictOf = known.verdicts();
            int open = 0;
            for (int i = 0; i < count; i++) {
                int flow = flows[i];
                if (flow >= verdictOf.length) {
                    known = verdicts.upTo(flow);
                    verdictOf = known.verdicts();
                }
                open += verdictOf[flow] > FlowVerdicts.ALL ? 1 : 0;
            }
            return open;
        }

        private int byFlow(int from, int count, int found) {
            int[] verdictOf = known.verdicts();
            char[] into = passed;
            for (int i = 0; i < count; i++) {
                // Always written, so that there is no branch to predict: packets of all flows are mixed.
                into[found] = (char) (from + i);
                found += verdictOf[flows[i]];
            }
            return found;
        }

        /**
         * Reads a byte of every line of memory that will be asked for. These reads wait for memory together; decoding, one
         * packet after the other, would wait for each.
         */
        private void fetch(int[] verdictOf, int count) {
            int sum = 0;
            for (int i = 0; i < count; i++) {
                if (verdictOf[flows[i]] > FlowVerdicts.ALL) {
                    long position = positions[i];
                    ByteBuffer bytes = source.buffer(position);
                    int at = source.index(position);
                    int last = bytes.limit() - 1;
                    sum += bytes.get(at) + bytes.get(Math.min(at + LINE, last));
                }
            }
            fetched = sum;
        }

        private int byPacket(long first, int from, int count, int found) {
            int[] verdictOf = known.verdicts();
            pages.copyPositions(first + from, positions, count);
            fetch(verdictOf, count);
            for (int i = 0; i < count; i++) {
                int verdict = verdictOf[flows[i]];
                boolean passes = verdict == FlowVerdicts.ALL;
                if (verdict > FlowVerdicts.ALL) {
                    packet.moveTo(first + from + i, positions[i]);
                    passes = known.rest(verdict).passes(probe.about(known.facts()[flows[i]], packet));
                }
                if (passes) {
                    passed[found++] = (char) (from + i);
                }
            }
            return found;
        }
    }
}
