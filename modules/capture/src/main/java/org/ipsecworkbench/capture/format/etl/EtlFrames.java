package org.ipsecworkbench.capture.format.etl;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.ipsecworkbench.capture.format.PcapngWriter;

/** What frames of both providers have in common. */
final class EtlFrames {
    static final int ETHERNET = 1;
    static final int RAW = 101;
    static final int WIRELESS = 105;
    /** For what has no link layer that is known; the first number of those that the registry leaves to users. */
    static final int UNKNOWN = 147;

    /** So many are told apart per provider; a host has some dozen. */
    static final int MAX_INTERFACES = 2000;

    private static final int WIRELESS_PROTECTED = 0x40;

    private EtlFrames() {}

    /** Bytes on the wire by the IP header, 0 where there is none or it does not tell. */
    static int lengthOnWire(ByteBuffer bytes, int at, int length, int linkType) {
        int header = 0;
        if (linkType == ETHERNET) {
            header = 14;
            int type = length < header ? 0 : bytes.getShort(at + 12) & 0xffff;
            if (type != 0x0800 && type != 0x86dd) {
                return 0;
            }
        } else if (linkType != RAW) {
            return 0;
        }
        if (length - header < 6) {
            return 0;
        }
        return switch (bytes.get(at + header) >>> 4 & 15) {
            case 4 -> header + (bytes.getShort(at + header + 2) & 0xffff);
            case 6 -> header + 40 + (bytes.getShort(at + header + 4) & 0xffff);
            default -> 0;
        };
    }

    /**
     * Writes a frame. Windows logs wireless frames decrypted and leaves their flag set that says otherwise (README of
     * microsoft/etl2pcapng), so it is cleared.
     */
    static void write(
            PcapngWriter writer,
            int on,
            long time,
            ByteBuffer bytes,
            int at,
            int length,
            int original,
            int direction,
            String comment,
            int linkType)
            throws IOException {
        if (linkType == WIRELESS && length >= 2 && (bytes.get(at + 1) & WIRELESS_PROTECTED) != 0) {
            byte[] copy = new byte[length];
            bytes.get(at, copy);
            copy[1] &= ~WIRELESS_PROTECTED;
            writer.packet(on, time, ByteBuffer.wrap(copy), 0, length, original, direction, comment);
        } else {
            writer.packet(on, time, bytes, at, length, original, direction, comment);
        }
    }
}
