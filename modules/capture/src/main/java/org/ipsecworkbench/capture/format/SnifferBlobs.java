package org.ipsecworkbench.capture.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.capture.spi.CaptureSource;

/**
 * Unpacks what the DOS Sniffer compressed: pieces of up to 64 kB, each of runs of one byte, of repetitions of what came
 * before in the piece, and of plain bytes.
 *
 * <p>Source: never published; what the Wireshark project found out ({@code wiretap/ngsniffer.c}, read for its facts).
 */
final class SnifferBlobs {
    private static final int MAX_BLOB = 1 << 16;

    private final byte[] unpacked = new byte[MAX_BLOB];
    private int count;

    /** Writes everything from an offset on, up to the end or to the first damage. */
    void unpack(CaptureSource source, long from, OutputStream out, ProblemLog problems, ScanMonitor monitor)
            throws IOException {
        long next = from;
        while (next < source.size() && !monitor.cancelled()) {
            ByteBuffer bytes = source.buffer(next);
            int at = source.index(next);
            long left = source.size() - next - 2;
            // A negative length is that of a piece that compression would have made longer.
            int length = left < 0 ? 0 : (short) LittleEndian.u16(bytes, at);
            if (left < Math.max(1, Math.abs(length))) {
                problems.add("offset " + next, "The file was cut off inside a compressed piece.");
                return;
            }
            if (length == 0 || length > 0 && !decode(bytes, at + 2, at + 2 + length)) {
                problems.add("offset " + next, "A compressed piece is damaged; reading stops here.");
                return;
            }
            if (length < 0) {
                count = -length;
                bytes.get(at + 2, unpacked, 0, count);
            }
            out.write(unpacked, 0, count);
            next += 2 + Math.abs(length);
            monitor.progress(next, source.size());
        }
    }

    /** Whether a piece could be unpacked. */
    private boolean decode(ByteBuffer bytes, int from, int end) {
        count = 0;
        int at = from;
        int bit = 0;
        int codes = 0;
        while (at < end) {
            bit >>>= 1;
            if (bit == 0) {
                if (end - at < 3) {
                    return false;
                }
                bit = 0x8000;
                codes = LittleEndian.u16(bytes, at);
                at += 2;
            }
            if ((codes & bit) == 0) {
                if (count == MAX_BLOB) {
                    return false;
                }
                unpacked[count++] = bytes.get(at++);
                continue;
            }
            int type = LittleEndian.u8(bytes, at) >>> 4;
            int low = bytes.get(at) & 15;
            int size = type == 1 || type == 2 ? 3 : 2;
            if (end - at < size) {
                return false;
            }
            int second = LittleEndian.u8(bytes, at + 1);
            boolean fits = switch (type) {
                case 0 -> run(low + 3, bytes.get(at + 1));
                case 1 -> run(low + (second << 4) + 19, bytes.get(at + 2));
                case 2 -> repeat(low + (second << 4) + 3, LittleEndian.u8(bytes, at + 2) + 16);
                default -> repeat(low + (second << 4) + 3, type);
            };
            if (!fits) {
                return false;
            }
            at += size;
        }
        return true;
    }

    private boolean run(int length, byte value) {
        if (length > MAX_BLOB - count) {
            return false;
        }
        Arrays.fill(unpacked, count, count + length, value);
        count += length;
        return true;
    }

    private boolean repeat(int distance, int length) {
        if (distance > count || length > distance || length > MAX_BLOB - count) {
            return false;
        }
        System.arraycopy(unpacked, count - distance, unpacked, count, length);
        count += length;
        return true;
    }
}
