package org.ipsecworkbench.capture.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * The packet index: 8 bytes per packet, and 16 per page as they were read. The first {@link #IN_MEMORY} packets are
 * kept in memory beside the heap, all others in an {@link IndexFile}. Pages are added by one thread at a time; everything else is for any thread.
 */
public final class PacketPages {
    /** 64 MB: enough for nearly all captures, and little for a program. */
    static final int IN_MEMORY = 1 << 23;

    private static final int CHUNK_BITS = 16;
    /** Packets per chunk. */
    private static final int CHUNK = 1 << CHUNK_BITS;

    /** One batch of packets on its way into the index. */
    static final class Page {
        final long base;
        /** Places of the records, as unsigned distances from {@link #base}. */
        final int[] places;

        final int[] flows;

        Page(long base, int size) {
            this.base = base;
            places = new int[size];
            flows = new int[size];
        }
    }

    /** Of packets that nobody will ask for. */
    static final Page NO_PAGE = new Page(0, 0);

    private final int inMemory;
    /** Of each page the number of its first packet, and where it lies. */
    private volatile long[] firsts = new long[16];

    private volatile long[] bases = new long[16];
    private volatile int count;
    /** Per chunk the flows, then the places. */
    private volatile IntBuffer[] chunks = new IntBuffer[16];

    private final IndexFile file = new IndexFile(2 * CHUNK);
    private volatile long packets;

    PacketPages() {
        this(IN_MEMORY);
    }

    PacketPages(int inMemory) {
        this.inMemory = inMemory;
    }

    /**
     * Adds a page behind the last one.
     *
     * @throws IOException if there is no room for it; it is not added then
     */
    void add(Page page) throws IOException {
        int size = page.flows.length;
        if (size == 0) {
            return;
        }
        long first = packets;
        reserve(first + size);
        int done = 0;
        while (done < size) {
            IntBuffer chunk = chunks[(int) (first + done >>> CHUNK_BITS)];
            int at = (int) (first + done & CHUNK - 1);
            int length = Math.min(size - done, CHUNK - at);
            chunk.put(at, page.flows, done, length);
            chunk.put(CHUNK + at, page.places, done, length);
            done += length;
        }
        int at = count;
        if (at == firsts.length) {
            firsts = Arrays.copyOf(firsts, 2 * at);
            bases = Arrays.copyOf(bases, 2 * at);
        }
        firsts[at] = first;
        bases[at] = page.base;
        count = at + 1;
        packets = first + size;
    }

    private void reserve(long end) throws IOException {
        IntBuffer[] all = chunks;
        int last = (int) (end - 1 >>> CHUNK_BITS);
        if (last >= all.length) {
            all = Arrays.copyOf(all, 2 * all.length);
            chunks = all;
        }
        for (int i = last; i >= 0 && all[i] == null; i--) {
            all[i] = (long) i << CHUNK_BITS < inMemory
                    ? ByteBuffer.allocateDirect(2 * CHUNK * Integer.BYTES)
                            .order(ByteOrder.nativeOrder())
                            .asIntBuffer()
                    : file.next();
        }
    }

    /** Gives a packet another flow. */
    void setFlow(long packet, int flow) {
        if (packet < packets) {
            chunks[(int) (packet >>> CHUNK_BITS)].put((int) (packet & CHUNK - 1), flow);
        }
    }

    /** How many packets are in it. */
    public long packets() {
        return packets;
    }

    private IntBuffer chunkOf(long packet) {
        if (packet < 0 || packet >= packets) {
            throw new IndexOutOfBoundsException("packet " + packet + " of " + packets);
        }
        return chunks[(int) (packet >>> CHUNK_BITS)];
    }

    private int pageOf(long packet) {
        int last = count - 1;
        long[] all = firsts;
        int low = 0;
        int high = last;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (all[middle] <= packet) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Where the record of a packet begins in the file. */
    public long position(long packet) {
        int place = chunkOf(packet).get(CHUNK + (int) (packet & CHUNK - 1));
        return bases[pageOf(packet)] + (place & 0xffffffffL);
    }

    /** The flow of a packet. */
    public int flow(long packet) {
        return chunkOf(packet).get((int) (packet & CHUNK - 1));
    }

    /** The flows of consecutive packets, for loops over millions of them. */
    public void copyFlows(long first, int[] into, int count) {
        int copied = 0;
        while (copied < count) {
            int at = (int) (first + copied & CHUNK - 1);
            int length = Math.min(count - copied, CHUNK - at);
            chunkOf(first + copied + length - 1).get(at, into, copied, length);
            copied += length;
        }
    }

    /** Where the records of consecutive packets begin in the file, likewise. */
    public void copyPositions(long first, long[] into, int count) {
        int page = pageOf(first);
        for (int i = 0; i < count; i++) {
            long packet = first + i;
            while (page + 1 < this.count && firsts[page + 1] <= packet) {
                page++;
            }
            int place = chunkOf(packet).get(CHUNK + (int) (packet & CHUNK - 1));
            into[i] = bases[page] + (place & 0xffffffffL);
        }
    }
}
