package org.ipsecworkbench.capture.scan;

import java.util.Arrays;

/** The packet index: 8 bytes per packet, in pages as they were read. Pages are added by one thread at a time. */
public final class PacketPages {
    /** One batch of packets. While a file is followed, the last one grows. */
    static final class Page {
        final long first;
        final long base;
        /** Places of the records, as unsigned distances from {@link #base}. */
        int[] places;

        int[] flows;

        Page(long first, long base, int size) {
            this.first = first;
            this.base = base;
            places = new int[size];
            flows = new int[size];
        }

        /** Makes room for more packets; with the same arrays elsewhere, those before them are still right. */
        void grow(int size) {
            places = Arrays.copyOf(places, size);
            flows = Arrays.copyOf(flows, size);
        }
    }

    private volatile Page[] pages = new Page[16];
    private volatile int count;
    private volatile long packets;

    /** Adds a page, or shows what the last one has got more. */
    void add(Page page) {
        Page[] all = pages;
        int at = count;
        if (at > 0 && all[at - 1] == page) {
            packets = page.first + page.places.length;
            return;
        }
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
            int[] flows = page.flows;
            int row = (int) (first + copied - page.first);
            int length = Math.min(count - copied, flows.length - row);
            System.arraycopy(flows, row, into, copied, length);
            copied += length;
        }
    }

    /** Where the records of consecutive packets begin in the file, likewise. */
    public void copyPositions(long first, long[] into, int count) {
        int copied = 0;
        while (copied < count) {
            Page page = pageOf(first + copied);
            int[] places = page.places;
            int row = (int) (first + copied - page.first);
            int length = Math.min(count - copied, places.length - row);
            for (int i = 0; i < length; i++) {
                into[copied + i] = page.base + (places[row + i] & 0xffffffffL);
            }
            copied += length;
        }
    }
}
