package org.ipsecworkbench.capture.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a libpcap file in memory, right or wrong in any field. */
public final class PcapFile {
    public static final int MICROSECONDS = 0xa1b2c3d4;
    public static final int NANOSECONDS = 0xa1b23c4d;
    public static final int MODIFIED = 0xa1b2cd34;
    /** Linktypes. */
    public static final int ETHERNET = 1;

    public static final int RAW = 101;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final int magic;
    private final ByteOrder order;

    /** With any magic number and byte order. */
    public PcapFile(int magic, ByteOrder order, int linkType) {
        this.magic = magic;
        this.order = order;
        out.writeBytes(fields(24)
                .putInt(magic)
                .putShort((short) 2)
                .putShort((short) 4)
                .putInt(0)
                .putInt(0)
                .putInt(262_144)
                .putInt(linkType)
                .array());
    }

    /** The usual kind. */
    public static PcapFile of(int linkType) {
        return new PcapFile(MICROSECONDS, ByteOrder.LITTLE_ENDIAN, linkType);
    }

    /** A whole packet; the time in nanoseconds since 1970. */
    public PcapFile packet(long time, byte[] frame) {
        return record(time, frame.length, frame.length, frame);
    }

    /** A packet of which only the beginning was captured. */
    public PcapFile cutPacket(long time, byte[] frame, int captured) {
        return record(time, captured, frame.length, Packets.cut(frame, captured));
    }

    /** A record whose header may say anything. */
    public PcapFile record(long time, int captured, int original, byte[] bytes) {
        long second = 1_000_000_000L;
        long unit = magic == NANOSECONDS ? 1 : 1000;
        out.writeBytes(fields(16)
                .putInt((int) (time / second))
                .putInt((int) (time % second / unit))
                .putInt(captured)
                .putInt(original)
                .array());
        if (magic == MODIFIED) {
            out.writeBytes(new byte[8]);
        }
        return raw(bytes);
    }

    /** Anything. */
    public PcapFile raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    private ByteBuffer fields(int size) {
        return ByteBuffer.allocate(size).order(order);
    }

    /** The file so far. */
    public byte[] bytes() {
        return out.toByteArray();
    }

    /** Writes the file. */
    public Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }
}
