package org.ipsecworkbench.capture.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
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

    /** Copies the list. */
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

    /**
     * Packets that it has carried since the system started, in both directions, as a hint where traffic is. Takes
     * microseconds; empty where the system does not tell for free, which only Linux does.
     */
    public OptionalLong packets() {
        Path folder = Path.of("/sys/class/net", name, "statistics");
        try {
            return Files.isDirectory(folder)
                    ? OptionalLong.of(count(folder.resolve("rx_packets")) + count(folder.resolve("tx_packets")))
                    : OptionalLong.empty();
        } catch (IOException | NumberFormatException e) {
            // It was taken away just now.
            return OptionalLong.empty();
        }
    }

    private static long count(Path file) throws IOException {
        return Long.parseLong(Files.readString(file).strip());
    }
}
