package org.ipsecworkbench.capture.live;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network interface of this machine, as libpcap sees it.
 *
 * @param name what it is opened by, such as {@code eth0} or {@code \Device\NPF_{…}}
 * @param description for people; empty where the system has none
 * @param addresses its IP addresses in canonical text (RFC 5952)
 * @param loopback whether it leads back to this machine
 * @param up whether it is switched on
 * @param linkType number of the tcpdump registry, or {@link #UNKNOWN_LINK_TYPE}
 * @param link the registry's name of it, such as {@code ETHERNET}; empty where it is not known
 * @param obstacle why it cannot be captured on at the moment; null where it can
 */
public record LiveInterface(
        String name,
        String description,
        List<String> addresses,
        boolean loopback,
        boolean up,
        int linkType,
        String link,
        @Nullable LiveObstacle obstacle) {
    /** The link type of an interface that cannot be opened. */
    public static final int UNKNOWN_LINK_TYPE = -1;

    public LiveInterface {
        addresses = List.copyOf(addresses);
    }

    /**
     * The interfaces of this machine in libpcap's order: those that most likely carry traffic first, then devices that are
     * no network. Opens each for a moment, which takes some 30 ms each on Linux; not for the event thread.
     *
     * @throws LiveCaptureException if libpcap is missing or cannot tell
     */
    public static List<LiveInterface> list() throws LiveCaptureException {
        return Libpcap.interfaces();
    }
}
