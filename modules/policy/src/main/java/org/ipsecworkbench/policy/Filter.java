package org.ipsecworkbench.policy;

/**
 * The traffic that a rule is about.
 *
 * @param source legacy: the source; modern: the first endpoint
 * @param destination the other side
 * @param protocol IP protocol number, -1 for every one
 * @param sourcePorts of TCP and UDP
 * @param destinationPorts of TCP and UDP
 * @param isMirrored whether it also means the way back; modern rules always do
 * @param place where it begins
 */
public record Filter(
        Addresses source,
        Addresses destination,
        int protocol,
        Ports sourcePorts,
        Ports destinationPorts,
        boolean isMirrored,
        Place place) {
    /** Every protocol. */
    public static final int ANY_PROTOCOL = -1;

    /** For people: {@code me - any, protocol any}. */
    public String label() {
        return source.text() + port(sourcePorts) + (isMirrored ? " <-> " : " -> ") + destination.text()
                + port(destinationPorts) + ", protocol " + Protocols.name(protocol);
    }

    private static String port(Ports ports) {
        return ports.ranges().isEmpty() ? "" : " port " + ports.text();
    }
}
