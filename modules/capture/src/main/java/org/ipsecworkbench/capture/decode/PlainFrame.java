package org.ipsecworkbench.capture.decode;

import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import org.ipsecworkbench.capture.TrafficClass;

/**
 * The frames that nearly all captures consist of, read in a few loads: Ethernet with IPv4 that has neither options nor
 * fragments, and in it ESP, ESP in UDP, or UDP and TCP in clear that nothing exempts.
 *
 * <p>For such a frame it finds what {@link FrameDecoder} finds, several times faster; of all others it only says that they
 * are not. Not safe for several threads: each has its own.
 */
public final class PlainFrame {
    private static final int NAT_TRAVERSAL_PORT = 4500;
    private static final int ISAKMP_PORT = 500;

    /** Ethernet, IPv4 and the beginning of what it carries: every field that is looked at. */
    private static final int ENOUGH = 14 + 20 + 16;

    /** Where the header of ESP, UDP or TCP begins in a plain frame. */
    public static final int TRANSPORT = 14 + 20;

    private static final int NOTHING_BUT_IPV4 = 0x0800_45;
    /** Type, version and length of the header stand before these bits of the first word. */
    private static final int WITHOUT_FIELDS = 40;

    private static final int FRAGMENT = 0x3fff_0000;

    /** Sender's and receiver's address. */
    public long addresses;
    /** ESP, ESP_UDP or CLEAR. */
    public TrafficClass trafficClass = TrafficClass.UNDECIDABLE;
    /** Security parameters index and sequence number of ESP, else 0. */
    public int spi;

    public int sequence;
    /** As {@link Frame#espLength}; 0 without ESP. */
    public int espLength;
    /** As {@link Frame#identity()}. */
    public long identity;

    /**
     * Reads a frame.
     *
     * @param bytes where it lies; big endian. Mapped, because the JVM has but one class of such buffers: calls of it are
     *     inlined by the quick compiler, too, which does all the work on a capture that takes a second
     * @param at its first byte
     * @param captured how many bytes of it are there
     * @return whether it is a plain one; the fields mean something only then
     */
    public boolean read(MappedByteBuffer bytes, int at, int captured) {
        if (captured < ENOUGH || (bytes.get(at) & 1) != 0) {
            return false;
        }
        long word = bytes.getLong(at + 12);
        int total = (int) (word >>> 16) & 0xffff;
        int flagsAndProtocol = bytes.getInt(at + 20);
        if (word >>> WITHOUT_FIELDS != NOTHING_BUT_IPV4 || total < ENOUGH - 14 || (flagsAndProtocol & FRAGMENT) != 0) {
            return false;
        }
        addresses = bytes.getLong(at + 26);
        spi = 0;
        sequence = 0;
        espLength = 0;
        int length = total - 20;
        boolean plain = switch (flagsAndProtocol & 0xff) {
            case 50 -> esp(bytes, at + TRANSPORT, length, TrafficClass.ESP);
            case 17 -> udp(bytes, at + TRANSPORT, length);
            case 6 -> tcp(bytes, at + TRANSPORT);
            default -> false;
        };
        identity = bytes.getLong(at + TRANSPORT + 4) ^ (word & 0xffff) << 32 ^ sequence;
        return plain;
    }

    /**
     * Finds UDP from or to a port of IKE in a frame that is plain but for that; its header is at {@link #TRANSPORT}.
     *
     * @param bytes where the frame lies; big endian
     * @param at its first byte
     * @param captured how many bytes of it are there
     * @return how many of those belong to it and its packet; -1 where it is another frame
     */
    public static int ike(ByteBuffer bytes, int at, int captured) {
        if (captured < TRANSPORT + 8) {
            return -1;
        }
        long word = bytes.getLong(at + 12);
        int total = (int) (word >>> 16) & 0xffff;
        int flagsAndProtocol = bytes.getInt(at + 20);
        if (word >>> WITHOUT_FIELDS != NOTHING_BUT_IPV4
                || total < 20 + 8
                || (flagsAndProtocol & FRAGMENT) != 0
                || (flagsAndProtocol & 0xff) != 17) {
            return -1;
        }
        int ports = bytes.getInt(at + TRANSPORT);
        return isIke(ports >>> 16) || isIke(ports & 0xffff) ? Math.min(captured, 14 + total) : -1;
    }

    private static boolean isIke(int port) {
        return port == ISAKMP_PORT || port == NAT_TRAVERSAL_PORT;
    }

    private boolean esp(MappedByteBuffer bytes, int at, int length, TrafficClass as) {
        trafficClass = as;
        spi = bytes.getInt(at);
        sequence = bytes.getInt(at + 4);
        espLength = length;
        return true;
    }

    private boolean udp(MappedByteBuffer bytes, int at, int length) {
        int ports = bytes.getInt(at);
        if ((bytes.getShort(at + 4) & 0xffff) != length) {
            return false;
        }
        if (ports >>> 16 == NAT_TRAVERSAL_PORT || (ports & 0xffff) == NAT_TRAVERSAL_PORT) {
            // Four zero bytes: IKE.
            return bytes.getInt(at + 8) != 0 && esp(bytes, at + 8, length - 8, TrafficClass.ESP_UDP);
        }
        return !TransportDecoder.mayBeSpecial(ports >>> 16)
                && !TransportDecoder.mayBeSpecial(ports & 0xffff)
                && clear();
    }

    private boolean tcp(MappedByteBuffer bytes, int at) {
        int ports = bytes.getInt(at);
        return ports >>> 16 != NAT_TRAVERSAL_PORT && (ports & 0xffff) != NAT_TRAVERSAL_PORT && clear();
    }

    private boolean clear() {
        trafficClass = TrafficClass.CLEAR;
        return !Exemptions.isExempt((int) (addresses >>> 32), (int) addresses);
    }
}
