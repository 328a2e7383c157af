package org.ipsecworkbench.captureviewer.packets;

import org.ipsecworkbench.capture.PacketSelection;

/**
 * Which packet stands in which row. A table has no more than {@code int} rows.
 *
 * @param selection the packets, in their order
 */
record PacketRows(PacketSelection selection) {
    /** Nothing. */
    static final PacketRows NONE = all(0);

    /** The first packets. */
    static PacketRows all(long packets) {
        return new PacketRows(PacketSelection.all(packets));
    }

    /** How many rows there are. */
    int size() {
        return (int) Math.min(selection.size(), Integer.MAX_VALUE - 1);
    }

    /** The packet in a row. */
    long packet(int row) {
        return selection.get(row);
    }

    /** The row of a packet, or -1 where it has none. */
    int row(long packet) {
        long row = selection.indexOf(packet);
        return row < 0 || row >= size() ? -1 : (int) row;
    }

    /** The row of a packet or of the one after it; the last row where there is none; -1 without rows. */
    int near(long packet) {
        long row = selection.indexOf(packet);
        return (int) Math.min(row < 0 ? -row - 1 : row, size() - 1L);
    }

    /** Whether these are the first so many of the other rows. */
    boolean begins(PacketRows other, int rows) {
        return rows <= other.size()
                && rows <= size()
                && (rows == 0 || packet(0) == other.packet(0) && packet(rows - 1) == other.packet(rows - 1));
    }
}
