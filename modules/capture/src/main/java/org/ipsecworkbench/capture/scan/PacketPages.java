package org.ipsecworkbench.capture.scan;

import java.util.Arrays;

/** The packet index: 8 bytes per packet, in pages as they were read. Pages are added by one thread at a time. */
public final class PacketPages {
    /** One batch of packets. */
    static final class Page {
        final long first;
        final long base;
        /** Places of the records, as unsigned distances from {@link #base}. */
        final int[] places;

        final int[] flows;

        Page(long first, long base, int size) {
            this.first = first;
            this.base = base;
            places = new int[size];
            flows = new int[size];
        }
    }

    private volatile Page[] pages = new Page[16];
    private volatile int count;
    private volatile long packets;

    void add(Page page) {
        Page[] all = pages;
        int at = count;
        if (at == all.length) {
            all = Arrays.copyOf(all, at * 2);
        }
        all[at] = page;
        pages = all;
        count = at + 1;
        packets = page.first + page.places.length;
    }

    /** How many packets are in it. */
    public long packets() {
        return packets;
    }

    private Page pageOf(long packet) {
        if (packet < 0 || packet >= packets) {
            throw new IndexOutOfBoundsException("packet " + packet + " of " + packets);
        }
        Page[] all = pages;
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (all[middle].first <= packet) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return all[low];
    }

    /** Where the record of a packet begins in the file. */
    public long position(long packet) {
        Page page = pageOf(packet);
        return page.base + (page.places[(int) (packet - page.first)] & 0xffffffffL);
    }

    /** The flow of a packet. */
    public int flow(long packet) {
        Page page = pageOf(packet);
        return page.flows[(int) (packet - page.first)];
    }

    /** The flows of consecutive packets, for loops over millions of them. */
    public void copyFlows(long first, int[] into, int count) {
        int copied = 0;
        while (copied < count) {
            Page page = pageOf(first + copied);
            int row = (int) (first + copied - page.first);
            int length = Math.min(count - copied, page.flows.length - row);
            System.arraycopy(page.flows, row, into, copied, length);
            copied += length;
        }
    }

    /** Where the records of consecutive packets begin in the file, likewise. */
    public void copyPositions(long first, long[] into, int count) {
        int copied = 0;
        while (copied < count) {
            Page page = pageOf(first + copied);
            int row = (int) (first + copied - page.first);
            int length = Math.min(count - copied, page.places.length - row);
            for (int i = 0; i < length; i++) {
                into[copied + i] = page.base + (page.places[row + i] & 0xffffffffL);
            }
            copied += length;
        }
    }
}
