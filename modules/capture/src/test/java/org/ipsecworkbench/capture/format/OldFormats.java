package org.ipsecworkbench.capture.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Small files of the older formats, written field by field as their descriptions say. Each holds {@link #FRAMES}, a
 * second apart from {@link #TIME} on.
 */
final class OldFormats {
    /** 2026-11-23 15:17:58 in this computer's zone, as formats without a zone have it, in nanoseconds since 1970. */
    static final long TIME = LocalDateTime.of(2026, 11, 23, 15, 17, 58)
                    .atZone(ZoneId.systemDefault())
                    .toEpochSecond()
            * 1_000_000_000L;

    static final long SECOND = 1_000_000_000L;

    /** Three frames, of which the second was cut to 40 bytes. */
    static final List<byte[]> FRAMES = List.of(frame(60, 1), frame(90, 2), frame(61, 3));

    static final int CUT = 40;

    private OldFormats() {}

    private static byte[] frame(int length, int last) {
        byte[] frame = new byte[length];
        frame[12] = 8;
        frame[length - 1] = (byte) last;
        return frame;
    }

    static int captured(int frame) {
        return frame == 1 ? CUT : FRAMES.get(frame).length;
    }

    static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    static ByteBuffer big(int size) {
        return ByteBuffer.allocate(size);
    }

    /** Network Monitor 1 or 2 with the trailer of a minor version; {@code networks} are the frames' link layers. */
    static byte[] netmon(int major, int minor, int... networks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < FRAMES.size(); i++) {
            offsets.add(128 + out.size());
            ByteBuffer header = little(major == 1 ? 8 : 16);
            if (major == 1) {
                header.putInt(1000 * i).putShort((short) FRAMES.get(i).length).putShort((short) captured(i));
            } else {
                header.putLong(1_000_000L * i).putInt(FRAMES.get(i).length).putInt(captured(i));
            }
            out.writeBytes(header.array());
            out.write(FRAMES.get(i), 0, captured(i));
            ByteBuffer trailer = little(15)
                    .putShort((short) (networks.length == 0 ? 1 : networks[i]))
                    .putInt(-1)
                    .putLong(116_444_736_000_000_000L + (TIME + i * SECOND) / 100 + 7);
            out.write(trailer.array(), 0, new int[] {0, 2, 6, 15}[minor]);
        }
        ByteBuffer file = little(128 + out.size() + 4 * offsets.size())
                .put((major == 1 ? "RTSS" : "GMBU").getBytes(StandardCharsets.US_ASCII))
                .put((byte) minor)
                .put((byte) major)
                .putShort((short) 1);
        for (int part : new int[] {2026, 11, 1, 23, 15, 17, 58, 0}) {
            file.putShort((short) part);
        }
        file.putInt(128 + out.size()).putInt(4 * offsets.size()).position(128);
        file.put(out.toByteArray());
        offsets.forEach(file::putInt);
        return file.array();
    }

    static byte[] snoop(int linkType) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                big(16).putLong(0x736e6f6f70000000L).putInt(2).putInt(linkType).array());
        for (int i = 0; i < FRAMES.size(); i++) {
            int padded = captured(i) + 3 & ~3;
            out.writeBytes(big(24 + padded)
                    .putInt(FRAMES.get(i).length)
                    .putInt(captured(i))
                    .putInt(24 + padded)
                    .putInt(0)
                    .putInt((int) (TIME / SECOND) + i)
                    .putInt(0)
                    .put(FRAMES.get(i), 0, captured(i))
                    .array());
        }
        return out.toByteArray();
    }

    /** {@code version} such as "002.001"; the first record begins at 128. */
    static byte[] netxray(String version) {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        int header = version.startsWith("001") ? 28 : 40;
        for (int i = 0; i < FRAMES.size(); i++) {
            records.writeBytes(little(header + captured(i))
                    .putLong(5_000_000L + 1_000_000L * i)
                    .putShort((short) FRAMES.get(i).length)
                    .putShort((short) captured(i))
                    .position(header)
                    .put(FRAMES.get(i), 0, captured(i))
                    .array());
        }
        ByteBuffer file = little(128 + records.size())
                .put("XCP\0".getBytes(StandardCharsets.US_ASCII))
                .put((version + "\0").getBytes(StandardCharsets.US_ASCII))
                .putInt((int) (TIME / SECOND))
                .putInt(FRAMES.size())
                .putInt(0)
                .putInt(128)
                .putInt(128 + records.size());
        file.putLong(52, 5_000_000L).position(128);
        return file.put(records.toByteArray()).array();
    }

    /** The DOS Sniffer, not compressed. */
    static byte[] sniffer() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SnifferFormat.MAGIC);
        out.writeBytes(little(24)
                .putShort((short) 1)
                .putShort((short) 18)
                .putShort((short) 0)
                .putShort((short) 4)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) (46 << 9 | 11 << 5 | 23))
                .put((byte) 4)
                .put((byte) 1)
                .put((byte) 1)
                .put((byte) 5) // microseconds
                .array());
        for (int i = 0; i < FRAMES.size(); i++) {
            long ticks = (15 * 3600 + 17 * 60 + 58 + i) * 1_000_000L;
            out.writeBytes(little(20 + captured(i))
                    .putShort((short) 4)
                    .putShort((short) (14 + captured(i)))
                    .putShort((short) 0)
                    .putInt((int) ticks)
                    .put((byte) (ticks >>> 32))
                    .put((byte) 0)
                    .putShort((short) captured(i))
                    .putShort((short) 0)
                    .putShort((short) FRAMES.get(i).length)
                    .putShort((short) 0)
                    .put(FRAMES.get(i), 0, captured(i))
                    .array());
        }
        out.writeBytes(little(6).putShort((short) 3).array());
        return out.toByteArray();
    }

    /** The same, with what follows the version in two pieces: one compressed as far as zeros go, one as it is. */
    static byte[] compressedSniffer() {
        byte[] plain = sniffer();
        int first = SnifferFormat.FIRST;
        int zeros = first + 20 + 13; // of the first frame, behind its type
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, first);
        byte[] piece = little(42)
                .putShort((short) 0)
                .put(plain, first, 16)
                .putShort((short) 0)
                .put(plain, first + 16, 16)
                .putShort((short) 0x4000)
                .put(plain, zeros - 1, 1)
                .put((byte) 0x10) // a run of 19, and of 16 more for each in the next byte
                .put((byte) 1)
                .put((byte) 0)
                .array();
        out.writeBytes(little(2).putShort((short) 42).array());
        out.writeBytes(piece);
        int rest = zeros + 35;
        out.writeBytes(little(2).putShort((short) -(plain.length - rest)).array());
        out.write(plain, rest, plain.length - rest);
        byte[] packed = out.toByteArray();
        packed[SnifferFormat.VERSION_AT + 10] = 2;
        return packed;
    }

    /** ERF Ethernet records, with so many extension headers. */
    static byte[] erf(int extensions) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < FRAMES.size(); i++) {
            int length = 16 + 8 * extensions + 2 + captured(i);
            ByteBuffer record = big(length)
                    .putLong(Long.reverseBytes((TIME / SECOND + i) << 32))
                    .put((byte) (extensions > 0 ? 0x82 : 2))
                    .put((byte) 4)
                    .putShort((short) length)
                    .putShort((short) 0)
                    .putShort((short) FRAMES.get(i).length);
            for (int e = 0; e < extensions; e++) {
                record.put((byte) (e < extensions - 1 ? 0x83 : 3)).put(new byte[7]);
            }
            out.writeBytes(record.putShort((short) 0)
                    .put(FRAMES.get(i), 0, captured(i))
                    .array());
        }
        return out.toByteArray();
    }

    /** libpcap with longer record headers. */
    static byte[] pcap(int magic, int recordHeader) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(little(24)
                .putInt(magic)
                .putInt(0x0004_0002)
                .putLong(0)
                .putInt(65535)
                .putInt(1)
                .array());
        for (int i = 0; i < FRAMES.size(); i++) {
            ByteBuffer record = little(recordHeader + captured(i))
                    .putInt((int) (TIME / SECOND) + i)
                    .putInt(0)
                    .putInt(captured(i))
                    .putInt(FRAMES.get(i).length);
            while (record.position() < recordHeader) {
                record.put((byte) (0x60 + record.position()));
            }
            out.writeBytes(record.put(FRAMES.get(i), 0, captured(i)).array());
        }
        return out.toByteArray();
    }
}
