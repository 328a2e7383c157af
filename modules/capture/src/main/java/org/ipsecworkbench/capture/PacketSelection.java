package org.ipsecworkbench.capture;

import java.util.Arrays;
import org.ipsecworkbench.capture.filter.Selector;

/**
 * The numbers of the packets that passed a {@link PacketFilter}, ascending. Immutable.
 *
 * <p>Takes 2 bytes per selected packet and some 32 bytes per 65,536 packets of the capture; where all packets of such a
 * stretch passed, or all of the capture, they take nothing.
 */
public final class PacketSelection {
    private static final int BLOCK = Selector.BLOCK;

    private final long packets;
    private final char[][] blocks;
    /** How many are selected before each block, and in all; empty where every packet is. */
    private final long[] before;

    private PacketSelection(long packets, char[][] blocks, long[] before) {
        this.packets = packets;
        this.blocks = blocks;
        this.before = before;
    }

    /** Every packet of a capture of so many. */
    public static PacketSelection all(long packets) {
        return new PacketSelection(packets, new char[0][], new long[0]);
    }

    static PacketSelection of(Selector.Found found) {
        char[][] blocks = found.blocks();
        long[] before = new long[blocks.length + 1];
        for (int i = 0; i < blocks.length; i++) {
            long first = (long) i * BLOCK;
            before[i + 1] = before[i]
                    + (blocks[i] == Selector.WHOLE ? Math.min(BLOCK, found.packets() - first) : blocks[i].length);
        }
        return before[blocks.length] == found.packets()
                ? all(found.packets())
                : new PacketSelection(found.packets(), blocks, before);
    }

    /**
     * How many packets were looked at, from the first on: all that there were, unless the work was cancelled. While a scan
     * runs, the capture may have more by now.
     */
    public long packets() {
        return packets;
    }

    /** How many of them are selected. */
    public long size() {
        return isAll() ? packets : before[blocks.length];
    }

    /** Whether every packet is selected. */
    public boolean isAll() {
        return before.length == 0;
    }

    /**
     * The index in the capture of a selected packet, some nanoseconds.
     *
     * @param i its place among the selected, from 0
     * @throws IndexOutOfBoundsException if fewer are selected
     */
    public long get(long i) {
        if (i < 0 || i >= size()) {
            throw new IndexOutOfBoundsException("packet " + i + " of " + size() + " selected");
        }
        if (isAll()) {
            return i;
        }
        int at = Arrays.binarySearch(before, i);
        int block = at >= 0 ? at : -at - 2;
        // Of the blocks that begin alike, all but the last are empty.
        while (before[block + 1] == i) {
            block++;
        }
        int row = (int) (i - before[block]);
        return (long) block * BLOCK + (blocks[block] == Selector.WHOLE ? row : blocks[block][row]);
    }

    /**
     * The place of a packet among the selected. Where it is not selected, {@code -place - 1} with the place that it would
     * have, which is that of the next selected packet: so a view can stay near it.
     *
     * @param packet its index in the capture
     */
    public long indexOf(long packet) {
        if (packet < 0) {
            return -1;
        }
        if (packet >= packets) {
            return -size() - 1;
        }
        if (isAll()) {
            return packet;
        }
        int block = (int) (packet / BLOCK);
        int row = (int) (packet % BLOCK);
        if (blocks[block] == Selector.WHOLE) {
            return before[block] + row;
        }
        int found = Arrays.binarySearch(blocks[block], (char) row);
        return found >= 0 ? before[block] + found : -(before[block] + -found - 1) - 1;
    }
}
