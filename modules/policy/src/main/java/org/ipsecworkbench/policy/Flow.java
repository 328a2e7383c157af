package org.ipsecworkbench.policy;

/**
 * Packets from one host to another, as the five values that filters look at.
 *
 * @param source one address
 * @param destination one address of the same family
 * @param protocol IP protocol number
 * @param sourcePort -1 where it is not known or there is none
 * @param destinationPort -1 where it is not known or there is none
 */
public record Flow(AddressRange source, AddressRange destination, int protocol, int sourcePort, int destinationPort) {
    private static final int MAX_PORT = 65_535;

    /**
     * {@code PROTOCOL SOURCE[:PORT] DESTINATION[:PORT]}, with blanks or commas between; IPv6 with a port in brackets.
     *
     * @throws IllegalArgumentException with a sentence for people, where it is something else
     */
    public static Flow parse(String text) {
        String[] parts = text.strip().split("[\\s,]+");
        if (parts.length != 3) {
            throw new IllegalArgumentException("A flow is PROTOCOL SOURCE[:PORT] DESTINATION[:PORT], such as"
                    + " \"tcp 10.0.0.1 10.0.0.2:445\", and not \"" + text + "\".");
        }
        int protocol = Protocols.number(parts[0]);
        if (protocol < 0) {
            throw new IllegalArgumentException(parts[0] + " is no protocol: tcp, udp, icmp, icmpv6 or a number.");
        }
        AddressRange source = address(parts[1]);
        AddressRange destination = address(parts[2]);
        if (source.bits() != destination.bits()) {
            throw new IllegalArgumentException("One address is IPv4 and the other one IPv6.");
        }
        return new Flow(source, destination, protocol, port(parts[1]), port(parts[2]));
    }

    private static AddressRange address(String text) {
        AddressRange address = AddressRange.parse(hostOf(text));
        if (address == null || !address.first().equals(address.last())) {
            throw new IllegalArgumentException(text + " is no IP address.");
        }
        return address;
    }

    private static String hostOf(String text) {
        if (text.startsWith("[") && text.indexOf(']') > 0) {
            return text.substring(1, text.indexOf(']'));
        }
        int colon = text.indexOf(':');
        return colon >= 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }

    private static int port(String text) {
        String rest = text.startsWith("[") && text.indexOf(']') > 0
                ? text.substring(text.indexOf(']') + 1)
                : text.indexOf(':') == text.lastIndexOf(':')
                        ? text.substring(hostOf(text).length())
                        : "";
        if (rest.isEmpty()) {
            return -1;
        }
        int port = rest.matches(":\\d{1,5}") ? Integer.parseInt(rest.substring(1)) : MAX_PORT + 1;
        if (port > MAX_PORT) {
            throw new IllegalArgumentException(text + " has no port: those are 0 to 65535.");
        }
        return port;
    }

    /** The way back. */
    public Flow reverse() {
        return new Flow(destination, source, protocol, destinationPort, sourcePort);
    }

    /** For people: {@code TCP 10.0.0.1 -> 10.0.0.2 port 445}. */
    public String label() {
        return Protocols.name(protocol) + " " + source.text() + port(sourcePort) + " -> " + destination.text()
                + port(destinationPort);
    }

    private static String port(int port) {
        return port < 0 ? "" : " port " + port;
    }
}
