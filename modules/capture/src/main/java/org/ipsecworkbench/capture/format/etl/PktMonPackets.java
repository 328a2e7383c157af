package org.ipsecworkbench.capture.format.etl;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.format.LittleEndian;
import org.ipsecworkbench.capture.format.PcapngWriter;
import org.jspecify.annotations.Nullable;

/**
 * Packets of Microsoft-Windows-PktMon, which is what {@code pktmon start --capture} logs.
 *
 * <p>One packet is logged at every component of the network stack that it passes. It is taken once, where it was nearest to
 * the network adapter: at a miniport before a filter, at these before a virtual switch and a protocol, and at one of them
 * where it came in first or went out last. Each component and edge becomes an interface of its own, and the comment of a
 * packet says which packet it is and how often it appeared.
 *
 * <p>Source: microsoft/NetMon_Parsers_for_PacketMon, {@code etl_Microsoft-Windows-PktMon-Events.npl}, for the events 20, 160
 * and 170 and the types of components; Microsoft, {@code PKTMON_EVT_STREAM_METADATA} in pktmonnpik.h, which has the same
 * fields in the same order. That appearances of a packet share group and number was seen in printed logs only.
 */
final class PktMonPackets {
    private static final int COMPONENT = 20;
    private static final int FRAME = 160;
    private static final int DROPPED_FRAME = 170;
    private static final int HEADER = 34;
    private static final int MAX_COMPONENTS = 4096;
    private static final int MAX_NAME = 128;
    /** Further away than any component: it may never have got to one. */
    private static final int DROPPED = 4;

    private final PcapngWriter writer;
    private final ProblemLog problems;
    private final Map<Integer, Component> components;
    private final PktMonAppearances appearances = new PktMonAppearances();
    private final Map<Place, Integer> interfaces = new HashMap<>();
    private long strange;
    private long copies;

    /** A part of the network stack. */
    record Component(String name, int type) {
        static final Component UNKNOWN = new Component("", 0);

        /** How far it is from the wire, from 0. */
        int distance() {
            return switch (type) {
                case 2, 9 -> 0; // miniports, those of virtual machines too
                case 3 -> 1; // filters
                case 4 -> 3; // protocols
                default -> 2; // parts of a virtual switch, and what is not known
            };
        }
    }

    private record Place(int component, int edge, int linkType) {}

    PktMonPackets(PcapngWriter writer, ProblemLog problems, Map<Integer, Component> components) {
        this.writer = writer;
        this.problems = problems;
        this.components = components;
    }

    /** Remembers a component: they are logged when the capture ends. */
    static void preview(EtlBuffer event, Map<Integer, Component> components) {
        if (event.id() != COMPONENT
                || event.payloadEnd() - event.payload() < 4
                || components.size() >= MAX_COMPONENTS) {
            return;
        }
        StringBuilder name = new StringBuilder();
        int at = event.payload() + 4;
        while (event.payloadEnd() - at >= 2 && name.length() < MAX_NAME) {
            char letter = (char) LittleEndian.u16(event.bytes(), at);
            if (letter == 0) {
                break;
            }
            name.append(Character.isISOControl(letter) ? ' ' : letter);
            at += 2;
        }
        int type = LittleEndian.u16(event.bytes(), event.payload() + 2);
        components.put(LittleEndian.u16(event.bytes(), event.payload()), new Component(name.toString(), type));
    }

    private static boolean isFrame(EtlBuffer event) {
        return event.id() == FRAME || event.id() == DROPPED_FRAME;
    }

    private static boolean isSound(EtlBuffer event) {
        int room = event.payloadEnd() - event.payload() - HEADER;
        return room >= 0 && LittleEndian.u16(event.bytes(), event.payload() + 32) <= room;
    }

    /** Notes an appearance of a packet; to be called for all events, in any order, before {@link #take}. */
    void see(EtlBuffer event) {
        if (isFrame(event) && isSound(event)) {
            ByteBuffer bytes = event.bytes();
            int at = event.payload();
            long group = LittleEndian.i64(bytes, at);
            int number = LittleEndian.u16(bytes, at + 8);
            appearances.see(group, number, distance(event));
            if (event.id() == DROPPED_FRAME) {
                appearances.drop(group, number, LittleEndian.i32(bytes, at + 22));
            }
        }
    }

    private int distance(EtlBuffer event) {
        ByteBuffer bytes = event.bytes();
        int at = event.payload();
        int appearance = LittleEndian.u16(bytes, at + 10);
        boolean leaves = direction(LittleEndian.u16(bytes, at + 12)) == PcapngWriter.OUTBOUND;
        int distance = event.id() == DROPPED_FRAME
                ? DROPPED
                : components
                        .getOrDefault(LittleEndian.u16(bytes, at + 16), Component.UNKNOWN)
                        .distance();
        return distance << 16 | (leaves ? 0xffff - appearance : appearance);
    }

    void take(EtlBuffer event, long time) throws IOException {
        if (!isFrame(event)) {
            return;
        }
        ByteBuffer bytes = event.bytes();
        int at = event.payload();
        if (!isSound(event)) {
            strange++;
            return;
        }
        int count = appearances.take(LittleEndian.i64(bytes, at), LittleEndian.u16(bytes, at + 8), distance(event));
        if (count == 0) {
            copies++;
            return;
        }
        int original = LittleEndian.u16(bytes, at + 30);
        int logged = LittleEndian.u16(bytes, at + 32);
        int linkType = switch (LittleEndian.u16(bytes, at + 14)) {
            case 1 -> EtlFrames.ETHERNET;
            case 2 -> EtlFrames.WIRELESS;
            case 3 -> EtlFrames.RAW;
            default -> EtlFrames.UNKNOWN;
        };
        Integer on = interfaceOf(bytes, at, linkType);
        if (on == null) {
            strange++;
            return;
        }
        EtlFrames.write(
                writer,
                on,
                time,
                bytes,
                at + HEADER,
                logged,
                Math.max(original, logged),
                direction(LittleEndian.u16(bytes, at + 12)),
                comment(event, count),
                linkType);
    }

    private @Nullable Integer interfaceOf(ByteBuffer bytes, int at, int linkType) throws IOException {
        Place place = new Place(LittleEndian.u16(bytes, at + 16), LittleEndian.u16(bytes, at + 18), linkType);
        Integer on = interfaces.get(place);
        if (on == null && interfaces.size() < EtlFrames.MAX_INTERFACES) {
            on = writer.addInterface(
                    linkType,
                    "component " + place.component + ", edge " + place.edge,
                    components.getOrDefault(place.component, Component.UNKNOWN).name());
            interfaces.put(place, on);
        }
        return on;
    }

    /** In, Rx and Ingress receive; Out, Tx and Egress send. */
    private static int direction(int tag) {
        return switch (tag) {
            case 1, 3, 5 -> PcapngWriter.INBOUND;
            case 2, 4, 6 -> PcapngWriter.OUTBOUND;
            default -> PcapngWriter.UNKNOWN;
        };
    }

    private String comment(EtlBuffer event, int count) {
        ByteBuffer bytes = event.bytes();
        int at = event.payload();
        boolean dropped = event.id() == DROPPED_FRAME;
        long group = LittleEndian.i64(bytes, at);
        int number = LittleEndian.u16(bytes, at + 8);
        StringBuilder text = new StringBuilder("packet ")
                .append(Long.toUnsignedString(group))
                .append('.')
                .append(number)
                .append(", appearance ")
                .append(LittleEndian.u16(bytes, at + 10));
        if (count > 1) {
            text.append(", the nearest to the adapter of ").append(count);
        }
        int filter = LittleEndian.u16(bytes, at + 20);
        if (filter != 0) {
            text.append(", filter ").append(filter);
        }
        if (dropped) {
            int reason = LittleEndian.i32(bytes, at + 22);
            text.append(", dropped, reason ")
                    .append(Integer.toUnsignedString(reason))
                    .append(reason(reason));
            text.append(", location ").append(Integer.toHexString(LittleEndian.i32(bytes, at + 26)));
        } else if (appearances.reason(group, number) != 0) {
            int reason = appearances.reason(group, number);
            text.append(", dropped elsewhere, reason ")
                    .append(Integer.toUnsignedString(reason))
                    .append(reason(reason));
        }
        return text.toString();
    }

    /** The reasons that have to do with this workbench's subject. */
    private static String reason(int reason) {
        return switch (reason) {
            case 8 -> " (filtered)";
            case 12 -> " (failed security policy)";
            case 15 -> " (IPsec)";
            default -> "";
        };
    }

    /** How many appearances were left out. */
    long copies() {
        return copies;
    }

    void finish() {
        if (appearances.isFull()) {
            problems.add(
                    "file",
                    "More than " + PktMonAppearances.MAX_PACKETS
                            + " packets of PktMon; each appearance of further ones counts as a packet.");
        }
        if (strange > 0) {
            problems.add("file", strange + " events of PktMon have a layout that is not known; they are left out.");
        }
    }
}
