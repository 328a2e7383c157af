package org.ipsecworkbench.captureviewer.packets;

import java.util.Arrays;

/**
 * Ascending packet numbers, 4 bytes each. One thread adds while others read: what they see is what was there when {@link
 * #size} was asked.
 */
final class PacketList implements PacketRows {
    private static final int BITS = 16;
    private static final int CHUNK = 1 << BITS;

    private volatile int[][] chunks = new int[0][];
    private volatile int size;

    /** Adds a number; only from one thread, and greater than all before. */
    void add(int packet) {
        int at = size;
        int[][] now = chunks;
        if (at >> BITS == now.length) {
            now = Arrays.copyOf(now, now.length + 1);
            now[now.length - 1] = new int[CHUNK];
            chunks = now;
        }
        now[at >> BITS][at & CHUNK - 1] = packet;
        // Publishes the number, too.
        size = at + 1;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long packet(int row) {
        return chunks[row >> BITS][row & CHUNK - 1];
    }

    @Override
    public int row(long packet) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = packet(middle);
            if (found < packet) {
                low = middle + 1;
            } else if (found > packet) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -1;
    }
}
