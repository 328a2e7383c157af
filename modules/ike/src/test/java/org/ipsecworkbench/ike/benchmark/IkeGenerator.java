package org.ipsecworkbench.ike.benchmark;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ipsecworkbench.ike.testing.Captures;

/**
 * Makes captures of IKE alone: the negotiations of some lab captures over and over, each time with cookies of its own. The
 * same every time.
 */
public final class IkeGenerator {
    private static final int PCAP_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int ETHERNET_IPV4_UDP = 42;

    private final List<byte[]> records = new ArrayList<>();
    private final Random random = new Random(4);

    /** From captures with IKEv1 and IKEv2, with and without certificates. */
    public IkeGenerator() throws IOException {
        for (String name : List.of(
                "b01_ikev1_psk_transport",
                "c01_ikev1_psk_mismatch",
                "e01_ikev2_responder_cert_expired",
                "l01_natt_ikev2")) {
            read(ByteBuffer.wrap(Files.readAllBytes(Captures.lab(name))).order(ByteOrder.LITTLE_ENDIAN));
        }
    }

    private void read(ByteBuffer capture) {
        int at = PCAP_HEADER;
        while (at < capture.limit()) {
            int length = capture.getInt(at + 8);
            byte[] record = new byte[RECORD_HEADER + length];
            capture.get(at, record);
            if (cookies(record) > 0) {
                records.add(record);
            }
            at += record.length;
        }
    }

    /** Where the cookies lie; 0 where the frame is no IKE in UDP over IPv4. */
    private static int cookies(byte[] record) {
        ByteBuffer frame = ByteBuffer.wrap(record);
        int at = RECORD_HEADER;
        boolean isUdp = record.length > at + ETHERNET_IPV4_UDP + 32
                && frame.getShort(at + 12) == 0x0800
                && frame.get(at + 23) == 17;
        if (!isUdp) {
            return 0;
        }
        int port = frame.getShort(at + 36) & 0xffff;
        int payload = at + ETHERNET_IPV4_UDP;
        if (port == 4500) {
            return frame.getInt(payload) == 0 ? payload + 4 : 0;
        }
        return port == 500 ? payload : 0;
    }

    /** Writes a capture with so many messages. */
    public void write(Path file, long messages) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
            out.write(ByteBuffer.allocate(PCAP_HEADER)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(0xa1b2c3d4)
                    .putShort((short) 2)
                    .putShort((short) 4)
                    .putLong(0)
                    .putInt(262_144)
                    .putInt(1)
                    .array());
            long mask = 0;
            for (long i = 0; i < messages; i++) {
                int which = (int) (i % records.size());
                mask = which == 0 ? random.nextLong() : mask;
                byte[] record = records.get(which).clone();
                ByteBuffer bytes = ByteBuffer.wrap(record);
                int at = cookies(record);
                bytes.putLong(at, bytes.getLong(at) ^ mask);
                if (bytes.getLong(at + 8) != 0) {
                    bytes.putLong(at + 8, bytes.getLong(at + 8) ^ mask);
                }
                bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(0, (int) (1_800_000_000L + i / 1000));
                out.write(record);
            }
        }
    }
}
