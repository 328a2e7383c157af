package org.ipsecworkbench.capture.redact;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.ipsecworkbench.capture.decode.Frame;
import org.ipsecworkbench.capture.scan.EspEvidence;
import org.ipsecworkbench.capture.scan.EspReading;
import org.ipsecworkbench.capture.scan.InnerPacket;

/**
 * Redacts ESP (RFC 4303): header and length stay. What can be read inside keeps its headers, what cannot becomes noise that reads
 * as nothing either; so whether an SPI encrypts is judged as before.
 */
final class EspRedactor {
    private static final int HEADER = 8;
    /** What a capture has to hold for its beginning to be looked at. */
    private static final int BEGINNING = 22;
    /** As much of an inner header as tells what it is, and no address: of IPv4, of IPv6, of all others. */
    private static final int IPV4_KEPT = 4;

    private static final int IPV6_KEPT = 6;
    private static final int OTHERS_KEPT = 14;
    /** Noise that happens to read as something is made anew; one packet in eight does by chance. */
    private static final int MAX_TRIES = 64;

    private final TransportRedactor transports;
    private final Noise noise;
    private byte[] bytes = {};
    private Frame frame = new Frame();

    EspRedactor(TransportRedactor transports, Noise noise) {
        this.transports = transports;
        this.noise = noise;
    }

    void begin(byte[] packet, Frame decoded) {
        bytes = packet;
        frame = decoded;
    }

    /** Redacts a packet of ESP and keeps all of it; the arguments are those of {@link TransportRedactor#redact}. */
    int redact(int at, int to, long addresses) {
        int content = at + HEADER;
        if (content >= to) {
            return to;
        }
        EspReading reading = at == frame.esp ? EspEvidence.reading(frame) : null;
        if (reading != null) {
            readable(reading, addresses, to);
        } else if (at == frame.esp && to - content >= BEGINNING && isCut(to) && begins(content)) {
            beginning(begins(frame, content, length()) ? content : content + 8, to);
        } else {
            noise(content, to);
        }
        return to;
    }

    private boolean isCut(int to) {
        return frame.espLength < 0 || to - frame.esp < frame.espLength;
    }

    private int length() {
        return frame.espLength < 0 ? Integer.MAX_VALUE : frame.espLength - HEADER;
    }

    private boolean begins(int content) {
        return begins(frame, content, length()) || begins(frame, content + 8, length() - 8);
    }

    private static boolean begins(Frame frame, int at, int length) {
        return InnerPacket.mayBegin(frame, at, length);
    }

    private void readable(EspReading reading, long addresses, int to) {
        int from = frame.esp + HEADER + reading.vector();
        int trailer = frame.esp + frame.espLength - reading.check() - 2;
        int next = bytes[trailer + 1] & 0xff;
        int end = trailer - (bytes[trailer] & 0xff);
        boolean isRight = InnerPacket.judge(frame, next, from, end - from) == 2;
        noise.fill(bytes, frame.esp + HEADER, from);
        noise.fill(bytes, trailer + 2, to);
        int kept = transports.redact(next, from, end, addresses, end - from);
        Arrays.fill(bytes, Math.max(from, kept), end, (byte) 0);
        int sum = from + (next == 6 ? 16 : 6);
        if (!isRight && (next == 6 || next == 17) && Sums.u16(bytes, sum) != 0) {
            // A sum that was wrong is not to speak for a reading now.
            bytes[sum] ^= 0x55;
        }
    }

    private void beginning(int at, int to) {
        int first = bytes[at] & 0xff;
        int kept = first == 0x45 ? IPV4_KEPT : first >>> 4 == 6 ? IPV6_KEPT : OTHERS_KEPT;
        Arrays.fill(bytes, at + kept, to, (byte) 0);
    }

    private void noise(int content, int to) {
        SplittableRandom random = noise.of(bytes, content, to);
        ByteBuffer before = frame.bytes;
        for (int i = 0; i < MAX_TRIES; i++) {
            Noise.fill(bytes, content, to, random);
            if (content - HEADER != frame.esp) {
                return;
            }
            frame.bytes = ByteBuffer.wrap(bytes);
            boolean reads = EspEvidence.reading(frame) != null || to - content >= BEGINNING && begins(content);
            frame.bytes = before;
            if (!reads) {
                return;
            }
        }
    }
}
