package org.ipsecworkbench.captureviewer.packets;

/** Which packet stands in which row. */
interface PacketRows {
    /** Nothing. */
    PacketRows NONE = all(0);

    /** How many rows there are. */
    int size();

    /** The packet in a row. */
    long packet(int row);

    /** The row of a packet, or -1 where it has none. */
    int row(long packet);

    /** The first packets, in their order. A table has no more than {@code int} rows. */
    static PacketRows all(long packets) {
        int size = (int) Math.min(packets, Integer.MAX_VALUE - 1);
        return new PacketRows() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public long packet(int row) {
                return row;
            }

            @Override
            public int row(long packet) {
                return packet < 0 || packet >= size ? -1 : (int) packet;
            }
        };
    }
}
