package org.ipsecworkbench.capture.detail;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.capture.Confidentiality;
import org.ipsecworkbench.capture.Detail;
import org.ipsecworkbench.capture.Exemption;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.decode.FrameDecoder;
import org.ipsecworkbench.capture.decode.LinkTypes;
import org.ipsecworkbench.capture.scan.EspEvidence;
import org.jspecify.annotations.Nullable;

/** The detail tree of one packet: what the capture says of it, then its layers from the outside in. */
public final class PacketDetails {
    private PacketDetails() {}

    /**
     * What is known of a packet beside its bytes.
     *
     * @param index position in the capture, from 0
     * @param time when it was captured; null where the file does not say
     * @param first when the first packet was captured; null likewise
     * @param length bytes on the wire
     * @param linkType outermost layer, by its number in the tcpdump registry
     * @param trafficClass what it shows
     * @param exemption why it is not held against its hosts
     * @param confidentiality whether the ESP of its flow can be read
     * @param notes what else the file says of it
     */
    public record Facts(
            long index,
            @Nullable Instant time,
            @Nullable Instant first,
            long length,
            int linkType,
            TrafficClass trafficClass,
            Exemption exemption,
            Confidentiality confidentiality,
            List<String> notes) {}

    /**
     * The tree of one packet. Never throws because of the bytes.
     *
     * @param bytes the captured bytes from index 0 to its limit; big endian
     */
    public static List<Detail> of(ByteBuffer bytes, Facts facts) {
        Node root = new Node("");
        int captured = bytes.limit();
        Dissection packet = new Dissection(bytes, captured, root);
        int to = (int) Math.max(captured, Math.min(facts.length(), Dissection.FAR - 1));
        frame(packet, facts, captured);
        if (facts.confidentiality() == Confidentiality.READABLE) {
            FrameDecoder decoder = new FrameDecoder();
            decoder.decode(bytes, 0, captured, facts.linkType());
            packet.readable = true;
            packet.espAt = decoder.frame.esp;
            packet.espReading = EspEvidence.reading(decoder.frame);
        }
        LinkLayers.next(packet, facts.linkType(), 0, to);
        return root.detail().children();
    }

    private static void frame(Dissection packet, Facts facts, int captured) {
        Layer layer = packet.layer("Frame", 0, Math.max(captured, 1));
        layer.node().place(0, captured);
        layer.value(Words.bytes(facts.length()));
        layer.note("Number", Long.toString(facts.index() + 1));
        if (facts.time() != null) {
            layer.note("Time", facts.time().toString());
            if (facts.first() != null) {
                layer.note("Time since the first packet", seconds(Duration.between(facts.first(), facts.time())));
            }
        } else {
            layer.note("Time", "not in the file");
        }
        layer.note("Length", Words.bytes(facts.length()) + " on the wire");
        if (captured < facts.length()) {
            layer.note("Captured", "");
            layer.cut(captured, facts.length());
        } else {
            layer.note("Captured", Words.bytes(captured));
        }
        layer.note("Link type", Words.with("" + facts.linkType(), LinkTypes.name(facts.linkType())));
        layer.note("Class", facts.trafficClass().label());
        layer.note("Coverage", coverage(facts));
        for (String note : facts.notes()) {
            layer.note("Note", note);
        }
    }

    private static String seconds(Duration duration) {
        long nanoseconds = duration.toNanos();
        return String.format(
                Locale.ROOT,
                "%s%d.%09d seconds",
                nanoseconds < 0 ? "-" : "",
                Math.abs(nanoseconds / 1_000_000_000),
                Math.abs(nanoseconds % 1_000_000_000));
    }

    /** How the packet counts and why. */
    private static String coverage(Facts facts) {
        return switch (facts.trafficClass()) {
            case ESP, ESP_UDP, ESP_TCP, AH_ESP ->
                switch (facts.confidentiality()) {
                    case ENCRYPTED -> "Counts as protected and encrypted: nothing in this flow's ESP could be read.";
                    case READABLE -> "Counts as protected against change only: this flow's ESP can be read (ESP-NULL).";
                    case UNKNOWN ->
                        "Counts as protected; whether it is encrypted cannot be told from so few or so short packets.";
                };
            case AH -> "Counts as protected against change only: AH does not encrypt.";
            case IKEV1, IKEV2, AUTHIP -> "Does not count: it negotiates keys.";
            case NAT_KEEPALIVE -> "Does not count: it keeps a NAT mapping alive.";
            case ICMP, ICMPV6 -> "Does not count: ICMP, which the default policies permit in clear.";
            case CLEAR, IPCOMP ->
                facts.exemption() == Exemption.NONE
                        ? "Counts as in clear unless the hosts were still negotiating: IPsec does not protect it."
                        : "Does not count, though in clear: "
                                + facts.exemption().label() + ".";
            case ARP -> "Does not count: address resolution is not IP.";
            case NON_IP -> "Does not count: not IP.";
            case UNDECIDABLE -> "Does not count: cut or damaged before its class can be told.";
        };
    }
}
