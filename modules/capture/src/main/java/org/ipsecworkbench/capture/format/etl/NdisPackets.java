package org.ipsecworkbench.capture.format.etl;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.format.LittleEndian;
import org.ipsecworkbench.capture.format.PcapngWriter;

/**
 * Packets of Microsoft-Windows-NDIS-PacketCapture, which is what {@code netsh trace start capture=yes} logs.
 *
 * <p>A packet is one event that both starts and ends it; up to Windows 8 it may be several. Events do not tell whether a
 * packet was cut, so its length on the wire is taken from its IP header where that asks for more.
 *
 * <p>Source: the provider's manifest (events 1001 and 1003) and the README of microsoft/etl2pcapng for the keywords.
 */
final class NdisPackets {
    private static final int FRAGMENT = 1001;
    private static final int SWITCH_FRAGMENT = 1003;

    private static final long WIRELESS_WAN = 0x200;
    private static final long TUNNEL = 0x8000;
    private static final long NATIVE_WIRELESS = 0x1_0000;
    private static final long PACKET_START = 0x4000_0000L;
    private static final long PACKET_END = 0x8000_0000L;
    private static final long SEND = 0x1_0000_0000L;
    private static final long RECEIVE = 0x2_0000_0000L;

    /** A packet that offloading to the adapter made longer than any frame is still shorter. */
    private static final int MAX_PACKET = 1 << 20;

    private static final int MAX_UNFINISHED = 64;

    private final PcapngWriter writer;
    private final ProblemLog problems;
    private final Map<Interface, Integer> interfaces = new HashMap<>();
    /** Packets of which the end was not seen yet, oldest first. */
    private final Map<Key, Unfinished> unfinished = new LinkedHashMap<>();

    private long dropped;
    private long strange;

    private record Interface(int miniport, int lower, int linkType) {}

    /** Fragments of a packet are logged one after the other by one thread. */
    private record Key(int thread, int miniport, int lower) {}

    private static final class Unfinished {
        private byte[] bytes = new byte[2048];
        private int length;

        void add(ByteBuffer from, int at, int count) {
            int needed = length + count;
            if (needed > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
            }
            from.get(at, bytes, length, count);
            length = needed;
        }
    }

    NdisPackets(PcapngWriter writer, ProblemLog problems) {
        this.writer = writer;
        this.problems = problems;
    }

    void take(EtlBuffer event, long time) throws IOException {
        int id = event.id();
        if (id != FRAGMENT && id != SWITCH_FRAGMENT) {
            return;
        }
        ByteBuffer bytes = event.bytes();
        int at = event.payload();
        int size = id == FRAGMENT ? at + 8 : sizeInSwitchEvent(event);
        if (size < 0 || event.payloadEnd() - size < 4) {
            strange++;
            return;
        }
        long length = LittleEndian.u32(bytes, size);
        if (length > event.payloadEnd() - size - 4) {
            strange++;
            return;
        }
        int miniport = LittleEndian.i32(bytes, at);
        int lower = LittleEndian.i32(bytes, at + 4);
        join(event, time, new Key(event.thread(), miniport, lower), size + 4, (int) length);
    }

    private void join(EtlBuffer event, long time, Key key, int at, int length) throws IOException {
        long keywords = event.keywords();
        boolean starts = (keywords & PACKET_START) != 0;
        boolean ends = (keywords & PACKET_END) != 0;
        if (starts && unfinished.remove(key) != null) {
            dropped++;
        }
        if (starts && ends) {
            write(event, time, key, event.bytes(), at, length);
            return;
        }
        Unfinished packet = unfinished.get(key);
        if (packet == null) {
            if (!starts) {
                // Its beginning was logged before the log begins, or was overwritten.
                dropped += ends ? 1 : 0;
                return;
            }
            packet = new Unfinished();
            unfinished.put(key, packet);
            if (unfinished.size() > MAX_UNFINISHED) {
                Iterator<Key> oldest = unfinished.keySet().iterator();
                oldest.next();
                oldest.remove();
                dropped++;
            }
        }
        if (packet.length + length > MAX_PACKET) {
            unfinished.remove(key);
            dropped++;
            return;
        }
        packet.add(event.bytes(), at, length);
        if (ends) {
            unfinished.remove(key);
            write(event, time, key, ByteBuffer.wrap(packet.bytes), 0, packet.length);
        }
    }

    private void write(EtlBuffer event, long time, Key key, ByteBuffer bytes, int at, int length) throws IOException {
        long keywords = event.keywords();
        int linkType = (keywords & NATIVE_WIRELESS) != 0
                ? EtlFrames.WIRELESS
                : (keywords & (WIRELESS_WAN | TUNNEL)) != 0 ? EtlFrames.RAW : EtlFrames.ETHERNET;
        Interface on = new Interface(key.miniport, key.lower, linkType);
        Integer number = interfaces.get(on);
        if (number == null) {
            if (interfaces.size() >= EtlFrames.MAX_INTERFACES) {
                strange++;
                return;
            }
            String name = "interface " + Integer.toUnsignedString(key.lower);
            number = writer.addInterface(
                    linkType,
                    name,
                    key.lower == key.miniport ? "" : "filter over interface " + Integer.toUnsignedString(key.miniport));
            interfaces.put(on, number);
        }
        int direction = (keywords & SEND) != 0
                ? PcapngWriter.OUTBOUND
                : (keywords & RECEIVE) != 0 ? PcapngWriter.INBOUND : PcapngWriter.UNKNOWN;
        EtlFrames.write(
                writer,
                number,
                time,
                bytes,
                at,
                length,
                Math.max(length, EtlFrames.lengthOnWire(bytes, at, length, linkType)),
                direction,
                "process " + Integer.toUnsignedString(event.process()),
                linkType);
    }

    /**
     * Where the size of the frame stands in an event of a virtual switch, behind texts and a list of destinations whose
     * layout is not published: where it leads through the frame and the data behind it exactly to the event's end.
     */
    private static int sizeInSwitchEvent(EtlBuffer event) {
        ByteBuffer bytes = event.bytes();
        int end = event.payloadEnd();
        for (int at = event.payload() + 12; at + 8 <= end; at += 2) {
            long behind = at + 4 + LittleEndian.u32(bytes, at);
            if (behind + 4 <= end
                    && behind > at + 4 + 14
                    && behind + 4 + LittleEndian.u32(bytes, (int) behind) == end) {
                return at;
            }
        }
        return -1;
    }

    void finish() {
        dropped += unfinished.size();
        if (dropped > 0) {
            problems.add("file", "Of " + dropped + " packets not all fragments are in the log; they are left out.");
        }
        if (strange > 0) {
            problems.add("file", strange + " events with packets have a layout that is not known; they are left out.");
        }
    }
}
