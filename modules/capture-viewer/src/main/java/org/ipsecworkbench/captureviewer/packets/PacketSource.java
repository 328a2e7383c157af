package org.ipsecworkbench.captureviewer.packets;

import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.Packet;

/** Where packets come from: a capture, or what a test makes up. Safe for every thread. */
interface PacketSource {
    /** One packet; costs microseconds. */
    Packet packet(long index);

    /** The flow of a packet; an array look-up. */
    int flowOf(long index);

    /** The packets of a capture. */
    static PacketSource of(Capture capture) {
        return new PacketSource() {
            @Override
            public Packet packet(long index) {
                return capture.packet(index);
            }

            @Override
            public int flowOf(long index) {
                return capture.flowOf(index);
            }
        };
    }
}
