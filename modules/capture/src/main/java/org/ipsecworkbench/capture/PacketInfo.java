package org.ipsecworkbench.capture;

import java.util.Locale;
import org.ipsecworkbench.capture.decode.Frame;
import org.ipsecworkbench.capture.judge.Addresses;

/** The essence of a decoded frame in one line of words, as a packet list shows it. */
final class PacketInfo {
    private static final int ICMP = 1;
    private static final int TCP = 6;
    private static final int UDP = 17;

    private PacketInfo() {}

    static String of(Frame f, TrafficClass trafficClass, long spi) {
        if (f.laterFragment) {
            return "Later fragment of datagram " + hex(f.datagram & 0xffffffffL, 4)
                    + (trafficClass.isProtected() && spi != 0 ? ", SPI " + hex(spi, 8) : "");
        }
        String info = switch (trafficClass) {
            case ESP, ESP_UDP, ESP_TCP, AH, AH_ESP ->
                f.spi == 0
                        ? "cut before the SPI"
                        : "SPI " + hex(f.spi & 0xffffffffL, 8) + ", sequence " + Integer.toUnsignedString(f.sequence);
            case IKEV1, IKEV2, AUTHIP -> isakmp(f);
            case NAT_KEEPALIVE -> "Keeps the NAT mapping alive";
            case IPCOMP -> "Compressed payload";
            case ICMP, ICMPV6 -> icmp(f);
            case ARP -> arp(f);
            case CLEAR -> clear(f);
            case NON_IP -> "Not IP";
            case UNDECIDABLE -> "Cut or damaged before its class can be told";
        };
        return f.firstFragment ? info + ", first fragment of datagram " + hex(f.datagram & 0xffffffffL, 4) : info;
    }

    /** RFC 826, for IPv4 over Ethernet. */
    private static String arp(Frame f) {
        int at = f.transport;
        if (at < 0 || f.end - at < 28 || f.bytes.getInt(at + 2) != 0x0800_0604) {
            return "Address resolution";
        }
        String sender = ipv4(f.bytes.getInt(at + 14));
        String target = ipv4(f.bytes.getInt(at + 24));
        return switch (f.bytes.getShort(at + 6)) {
            case 1 -> "ARP: who has " + target + "? Tell " + sender;
            case 2 -> "ARP: " + sender + " answers " + target;
            default -> "Address resolution";
        };
    }

    private static String ipv4(int address) {
        return Addresses.text(0, Frame.IPV4 | address & 0xffffffffL);
    }

    private static String clear(Frame f) {
        String ports = f.sourcePort < 0 ? "" : " " + f.sourcePort + " → " + f.destinationPort;
        if (f.protocol == TCP) {
            return "TCP" + ports + flags(f);
        }
        if (f.protocol == UDP) {
            return "UDP" + ports;
        }
        return "IP protocol " + f.protocol;
    }

    private static String flags(Frame f) {
        if (f.end - f.transport < 14) {
            return "";
        }
        int bits = f.bytes.get(f.transport + 13);
        String[] names = {"FIN", "SYN", "RST", "PSH", "ACK", "URG"};
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            if ((bits & 1 << i) != 0) {
                text.append(text.length() == 0 ? " [" : ", ").append(names[i]);
            }
        }
        return text.length() == 0 ? "" : text + "]";
    }

    private static String icmp(Frame f) {
        if (f.transport < 0 || f.end - f.transport < 2) {
            return "";
        }
        int type = f.bytes.get(f.transport) & 0xff;
        int code = f.bytes.get(f.transport + 1) & 0xff;
        String name = f.protocol == ICMP
                ? switch (type) {
                    case 0 -> "Echo reply";
                    case 3 -> "Destination unreachable";
                    case 5 -> "Redirect";
                    case 8 -> "Echo request";
                    case 11 -> "Time exceeded";
                    default -> "";
                }
                : switch (type) {
                    case 1 -> "Destination unreachable";
                    case 2 -> "Packet too big";
                    case 3 -> "Time exceeded";
                    case 128 -> "Echo request";
                    case 129 -> "Echo reply";
                    case 133 -> "Router solicitation";
                    case 134 -> "Router advertisement";
                    case 135 -> "Neighbour solicitation";
                    case 136 -> "Neighbour advertisement";
                    default -> "";
                };
        return (name.isEmpty() ? "" : name + ", ") + "type " + type + ", code " + code;
    }

    /** Names of exchanges: RFC 2408 section 3.1 and RFC 2409, RFC 7296 section 3.1, MS-AIPS section 2.2.1. */
    private static String isakmp(Frame f) {
        int at = f.isakmp;
        if (at < 0 || f.end - at < 20) {
            return "";
        }
        int exchange = f.bytes.get(at + 18) & 0xff;
        String name = switch (exchange) {
            case 1 -> "Base";
            case 2 -> "Main mode (identity protection)";
            case 3 -> "Authentication only";
            case 4 -> "Aggressive mode";
            case 5 -> "Informational";
            case 6 -> "Transaction (mode configuration)";
            case 32 -> "Quick mode";
            case 33 -> "New group mode";
            case 34 -> "IKE_SA_INIT";
            case 35 -> "IKE_AUTH";
            case 36 -> "CREATE_CHILD_SA";
            case 37 -> "INFORMATIONAL";
            case 243 -> "Main mode";
            case 244 -> "Quick mode";
            case 245 -> "Extended mode";
            case 246 -> "Notify";
            default -> "Exchange " + exchange;
        };
        return name + ", initiator " + hex(f.bytes.getLong(at), 16) + ", responder " + hex(f.bytes.getLong(at + 8), 16);
    }

    private static String hex(long value, int digits) {
        return String.format(Locale.ROOT, "%0" + digits + "x", value);
    }
}
