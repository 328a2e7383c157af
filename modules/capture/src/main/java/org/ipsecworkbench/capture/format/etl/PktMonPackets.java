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
 * <p>One packet is logged at every component of the network stack that it passes. Each component and edge becomes an
 * interface of its own, and the comment of a packet says which packet it is and which time it appears, so that its
 * appearances can be told from further packets.
 *
 * <p>Source: microsoft/NetMon_Parsers_for_PacketMon, {@code etl_Microsoft-Windows-PktMon-Events.npl} (events 20, 160 and
 * 170).
 */
final class PktMonPackets {
    private static final int COMPONENT = 20;
    private static final int FRAME = 160;
    private static final int DROPPED_FRAME = 170;
    private static final int HEADER = 34;
    private static final int MAX_COMPONENTS = 4096;
    private static final int MAX_NAME = 128;

    private final PcapngWriter writer;
    private final ProblemLog problems;
    private final Map<Integer, String> components;
    private final Map<Place, Integer> interfaces = new HashMap<>();
    private long strange;

    private record Place(int component, int edge, int linkType) {}

    PktMonPackets(PcapngWriter writer, ProblemLog problems, Map<Integer, String> components) {
        this.writer = writer;
        this.problems = problems;
        this.components = components;
    }

    /** Remembers the name of a component: they are logged when the capture ends. */
    static void preview(EtlBuffer event, Map<Integer, String> components) {
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
        components.put(LittleEndian.u16(event.bytes(), event.payload()), name.toString());
    }

    void take(EtlBuffer event, long time) throws IOException {
        int id = event.id();
        if (id != FRAME && id != DROPPED_FRAME) {
            return;
        }
        ByteBuffer bytes = event.bytes();
        int at = event.payload();
        int room = event.payloadEnd() - at - HEADER;
        if (room < 0) {
            strange++;
            return;
        }
        int original = LittleEndian.u16(bytes, at + 30);
        int logged = LittleEndian.u16(bytes, at + 32);
        if (logged > room) {
            strange++;
            return;
        }
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
                comment(bytes, at, id == DROPPED_FRAME),
                linkType);
    }

    private @Nullable Integer interfaceOf(ByteBuffer bytes, int at, int linkType) throws IOException {
        Place place = new Place(LittleEndian.u16(bytes, at + 16), LittleEndian.u16(bytes, at + 18), linkType);
        Integer on = interfaces.get(place);
        if (on == null && interfaces.size() < EtlFrames.MAX_INTERFACES) {
            on = writer.addInterface(
                    linkType,
                    "component " + place.component + ", edge " + place.edge,
                    components.getOrDefault(place.component, ""));
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

    private static String comment(ByteBuffer bytes, int at, boolean dropped) {
        StringBuilder text = new StringBuilder("packet ")
                .append(Long.toUnsignedString(LittleEndian.i64(bytes, at)))
                .append('.')
                .append(LittleEndian.u16(bytes, at + 8))
                .append(", appearance ")
                .append(LittleEndian.u16(bytes, at + 10));
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

    void finish() {
        if (strange > 0) {
            problems.add("file", strange + " events of PktMon have a layout that is not known; they are left out.");
        }
    }
}
