package org.ipsecworkbench.captureviewer.packets;

/** A window whose packets can be gone to by their number. In the Lookup of such windows. */
public interface PacketNavigator {
    /** How many packets there are. */
    long packets();

    /** Shows a packet, counted from 0, and selects it. */
    void goTo(long packet);
}
