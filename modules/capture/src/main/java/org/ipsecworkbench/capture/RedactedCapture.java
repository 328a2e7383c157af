package org.ipsecworkbench.capture;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.ipsecworkbench.capture.decode.LinkTypes;
import org.ipsecworkbench.capture.format.PcapngWriter;
import org.ipsecworkbench.capture.redact.Noise;
import org.ipsecworkbench.capture.redact.PacketRedactor;

/**
 * A capture to hand on, as pcapng: addresses replaced, packets cut behind their headers, sums right again. Times, lengths on the
 * wire, ports, SPIs, sequence numbers and cookies stay, so that coverage and negotiations are those of the original.
 *
 * <p>What ESP encrypted is replaced by noise, and what it only protects by its inner headers and zeros, so that what can be told of
 * an SPI stays the same. Of IKE, proposals, notifications and vendor IDs stay, and the rest is noise or zeros of the same length.
 * Comments and names of interfaces are left out.
 *
 * @param packets how many were written
 * @param emptied of these, those of which nothing was kept, since their link layer is not understood
 */
public record RedactedCapture(long packets, long emptied) {
    private static final int MAX_LENGTH = Integer.MAX_VALUE;
    /** What is no packet has no number in the registry; the first of those for private use stands for it. */
    private static final int PRIVATE = 147;

    /**
     * Writes the packets of a capture that was scanned with an index, in its order. Not for the event thread.
     *
     * @param salt of the noise, which nobody else may know
     * @throws IOException where it cannot be written, or the monitor cancelled
     */
    public static RedactedCapture write(
            Capture capture, AddressMap addresses, byte[] salt, OutputStream out, ScanMonitor monitor)
            throws IOException {
        PcapngWriter writer = new PcapngWriter(out);
        PacketRedactor redactor = new PacketRedactor(addresses, new Noise(salt));
        Map<Integer, Integer> interfaces = new HashMap<>();
        long total = capture.packets();
        long emptied = 0;
        for (long i = 0; i < total; i++) {
            if (monitor.cancelled()) {
                throw new InterruptedIOException("Redacting was cancelled.");
            }
            RawPacket packet = capture.raw(i);
            int linkType = packet.linkType() < 0 ? PRIVATE : packet.linkType();
            Integer on = interfaces.get(linkType);
            if (on == null) {
                on = writer.addInterface(linkType, "", "");
                interfaces.put(linkType, on);
            }
            byte[] bytes = packet.bytes();
            int kept = redactor.redact(bytes, linkType);
            if (kept == 0 && bytes.length > 0 && LinkTypes.isDecoded(linkType)) {
                emptied++;
            }
            int original = (int) Math.min(MAX_LENGTH, Math.max(packet.original(), kept));
            writer.packet(on, packet.time(), ByteBuffer.wrap(bytes), 0, kept, original, PcapngWriter.UNKNOWN, "");
            monitor.progress(i + 1, total);
        }
        return new RedactedCapture(total, emptied);
    }
}
