package org.ipsecworkbench.captureviewer.packets;

import java.util.List;
import org.ipsecworkbench.capture.Detail;
import org.ipsecworkbench.capture.Packet;
import org.ipsecworkbench.capture.PacketFilter;
import org.ipsecworkbench.capture.PacketSelection;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.captureviewer.Made;

/** Packets made up for tests, of any number; every filter passes all. */
class MadeSource implements PacketSource {
    long packets = 1000;

    @Override
    public Packet packet(long index) {
        return Made.packet(index);
    }

    @Override
    public int flowOf(long index) {
        return (int) (index % 3);
    }

    @Override
    public PacketSelection select(PacketFilter filter, ScanMonitor monitor) {
        monitor.progress(1, 2);
        return PacketSelection.all(packets);
    }

    @Override
    public List<Detail> details(long packet) {
        return List.of();
    }

    @Override
    public byte[] bytes(long packet) {
        return new byte[] {(byte) packet};
    }
}
