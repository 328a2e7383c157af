package org.ipsecworkbench.policy.read;

import java.util.HashSet;
import java.util.Set;
import org.ipsecworkbench.policy.Origin;
import org.jspecify.annotations.Nullable;

/**
 * The binary data of a filter list ([MS-GPIPSEC] 2.2.1.5), each filter as a listing says the same. A list may hold the filters of
 * Windows 2000 and behind them those of later versions; where both have one identifier, the later one counts.
 */
final class FilterData {
    /** {35FECD3D-AE29-4373-8A6A-C5D8FAB2FB08}, which begins the filters of later versions. */
    private static final byte[] LATER = {
        0x3d,
        (byte) 0xcd,
        (byte) 0xfe,
        0x35,
        0x29,
        (byte) 0xae,
        0x73,
        0x43,
        (byte) 0x8a,
        0x6a,
        (byte) 0xc5,
        (byte) 0xd8,
        (byte) 0xfa,
        (byte) 0xb2,
        (byte) 0xfb,
        0x08
    };

    /** Addresses that a host looks up itself. */
    private static final String[] SPECIAL = {"", "DNS", "WINS", "DHCP", "GATEWAY"};

    private static final int OF_DESTINATION = 0x80;
    private static final int IPV6 = 2;

    /** Bytes that may be behind all data without a meaning. */
    private static final int PADDING = 4;

    private final int line;
    private final String list;
    private final Reading reading;
    private final Set<String> later = new HashSet<>();

    private FilterData(int line, String list, Reading reading) {
        this.line = line;
        this.list = list;
        this.reading = reading;
    }

    static void read(Octets data, int line, String list, Reading reading) {
        FilterData filters = new FilterData(line, list, reading);
        Octets behind = data.behind(LATER);
        long earlier = 0;
        boolean hasLater = behind.remaining() > 0;
        if (hasLater) {
            behind.skip(4);
            earlier = behind.number();
            long count = behind.number();
            for (long i = 0; i < count && filters.later(behind); i++) {
                // Each one is taken as it comes.
            }
        }
        data.skip(Octets.GUID + 4);
        long count = data.number();
        long all = earlier == 0 ? count : earlier;
        for (long i = 0; i < all && filters.earlier(data); i++) {
            // Each one is taken as it comes.
        }
        if (!hasLater && data.remaining() > PADDING) {
            reading.problem(line, data.remaining() + " bytes behind the filters have a layout that is not documented.");
        }
    }

    private @Nullable Block begin(boolean isMirrored, String description) {
        Block block = reading.begin(BlockKind.FILTER, line, Origin.UNKNOWN);
        if (block != null) {
            reading.add(block, "filterlistname", "", list, line);
            reading.add(block, "description", "Filter-Description", description, line);
            reading.add(block, "mirrored", "Mirror-Flags", isMirrored ? "yes" : "no", line);
        }
        return block;
    }

    /** Takes one filter; false beyond the limit of objects. */
    private boolean earlier(Octets data) {
        String source = data.text();
        String destination = data.text();
        String description = data.text();
        String id = data.guid();
        boolean isMirrored = data.number() != 0;
        String[] addresses = {
            Octets.ipv4(data.take(4)), Octets.ipv4(data.take(4)), Octets.ipv4(data.take(4)), Octets.ipv4(data.take(4))
        };
        data.skip(4);
        long protocol = data.number();
        int sourcePort = data.word();
        int destinationPort = data.word();
        data.skip(1);
        int special = data.octet();
        data.skip(2);
        if (later.contains(id)) {
            return true;
        }
        Block block = begin(isMirrored, description);
        if (block == null) {
            return false;
        }
        boolean isOfDestination = (special & OF_DESTINATION) != 0;
        int number = special & ~OF_DESTINATION;
        String named = number < SPECIAL.length ? SPECIAL[number] : "special " + number;
        side(block, "src", isOfDestination ? "" : named, source, addresses[0], addresses[1]);
        side(block, "dst", isOfDestination ? named : "", destination, addresses[2], addresses[3]);
        rest(block, protocol, String.valueOf(sourcePort), String.valueOf(destinationPort));
        return true;
    }

    private void side(Block block, String side, String special, String name, String address, String mask) {
        if (!special.isEmpty() || !name.isEmpty()) {
            reading.add(block, side + "addr", "Address", special.isEmpty() ? name : special, line);
        } else if (address.equals("0.0.0.0")) {
            // [K]: no network has a mask of all ones and no address, so that means the host itself.
            reading.add(block, side + "addr", "Address", mask.equals("255.255.255.255") ? "me" : "any", line);
        } else {
            reading.add(block, side + "addr", "Address", address, line);
            reading.add(block, side + "mask", "Mask", mask, line);
        }
    }

    private void rest(Block block, long protocol, String sourcePort, String destinationPort) {
        reading.add(block, "protocol", "Protocol", protocol == 0 ? "any" : String.valueOf(protocol), line);
        reading.add(block, "srcport", "Source-Port", sourcePort, line);
        reading.add(block, "dstport", "Destination-Port", destinationPort, line);
    }

    private boolean later(Octets data) {
        String source = data.text();
        String destination = data.text();
        String description = data.text();
        later.add(data.guid());
        Block block = begin(data.number() != 0, description);
        if (block == null) {
            return false;
        }
        address(block, "src", source, data);
        address(block, "dst", destination, data);
        String sourcePort = ports(data);
        String destinationPort = ports(data);
        rest(block, data.number(), sourcePort, destinationPort);
        reading.add(block, "", "Filter-Flags", String.valueOf(data.number()), line);
        return true;
    }

    private void address(Block block, String side, String name, Octets data) {
        long type = data.number();
        boolean isIpv6 = data.number() == IPV6;
        byte[] first = data.take(16);
        byte[] second = data.take(16);
        String text = text(first, isIpv6);
        String value = !name.isEmpty()
                ? name
                : switch ((int) type) {
                    case 0 -> "any";
                    case 1 -> text;
                    case 2 -> text + "-" + text(second, isIpv6);
                    case 4 -> text + "/" + (isIpv6 ? "" + (second[0] & 0xff) : text(second, false));
                    case 8 -> "me";
                    case 0x10 -> SPECIAL[1];
                    case 0x20 -> SPECIAL[2];
                    case 0x40 -> SPECIAL[3];
                    case 0x80 -> SPECIAL[4];
                    default -> "type " + type;
                };
        reading.add(block, side + "addr", "Address-Data", value, line);
    }

    private static String text(byte[] bytes, boolean isIpv6) {
        return isIpv6 ? Octets.ipv6(bytes) : Octets.ipv4(bytes);
    }

    private static String ports(Octets data) {
        long type = data.number();
        int first = data.word();
        int last = data.word();
        return type == 0 ? "any" : type == 1 ? String.valueOf(first) : first + "-" + last;
    }
}
