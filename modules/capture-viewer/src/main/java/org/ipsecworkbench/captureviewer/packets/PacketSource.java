package org.ipsecworkbench.captureviewer.packets;

import java.nio.ByteBuffer;
import java.util.List;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.Detail;
import org.ipsecworkbench.capture.Packet;
import org.ipsecworkbench.capture.PacketFilter;
import org.ipsecworkbench.capture.PacketSelection;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.captureviewer.details.DetailSource;

/** Where packets come from: a capture, or what a test makes up. Safe for every thread. */
interface PacketSource extends DetailSource {
    /** One packet; costs microseconds. */
    Packet packet(long index);

    /** The flow of a packet; an array look-up. */
    int flowOf(long index);

    /** The packets that pass a filter, of those that there are now. Not for the event thread. */
    PacketSelection select(PacketFilter filter, ScanMonitor monitor);

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

            @Override
            public PacketSelection select(PacketFilter filter, ScanMonitor monitor) {
                return capture.select(filter, monitor);
            }

            @Override
            public List<Detail> details(long index) {
                return capture.details(index);
            }

            @Override
            public byte[] bytes(long index) {
                ByteBuffer captured = capture.bytes(index);
                byte[] copy = new byte[captured.remaining()];
                captured.get(copy);
                return copy;
            }
        };
    }
}
