package org.ipsecworkbench.capture.testing;

import static org.ipsecworkbench.capture.testing.Packets.join;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a pcapng file in memory, right or wrong in any block. */
public final class PcapngFile {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

    /** A section header. */
    public PcapngFile section(ByteOrder order) {
        this.order = order;
        return block(
                0x0a0d0d0a,
                fields(16)
                        .putInt(0x1a2b3c4d)
                        .putShort((short) 1)
                        .putShort((short) 0)
                        .putLong(-1)
                        .array());
    }

    /** A section in the usual byte order. */
    public PcapngFile section() {
        return section(ByteOrder.LITTLE_ENDIAN);
    }

    /** An interface whose options stand ready. */
    public PcapngFile link(int linkType, int snapLength, byte[]... options) {
        byte[] head = fields(8)
                .putShort((short) linkType)
                .putShort((short) 0)
                .putInt(snapLength)
                .array();
        return block(1, join(head, join(options)));
    }

    /** An option, padded to four bytes. */
    public byte[] option(int code, byte[] value) {
        return fields(4 + padded(value.length))
                .putShort((short) code)
                .putShort((short) value.length)
                .put(value)
                .array();
    }

    /** The option if_tsresol. */
    public byte[] resolution(int value) {
        return option(9, new byte[] {(byte) value});
    }

    /** The option if_tsoffset. */
    public byte[] offset(long seconds) {
        return option(14, fields(8).putLong(seconds).array());
    }

    /** An enhanced packet block with a whole packet. */
    public PcapngFile packet(int number, long ticks, byte[] frame) {
        return packet(number, ticks, frame.length, frame.length, frame);
    }

    /** An enhanced packet block whose lengths may say anything. */
    public PcapngFile packet(int number, long ticks, int captured, int original, byte[] bytes) {
        return block(
                6,
                fields(20 + padded(bytes.length))
                        .putInt(number)
                        .putInt((int) (ticks >>> 32))
                        .putInt((int) ticks)
                        .putInt(captured)
                        .putInt(original)
                        .put(bytes)
                        .array());
    }

    /** The packet block of old. */
    public PcapngFile obsoletePacket(int number, long ticks, byte[] frame) {
        return block(
                2,
                fields(20 + padded(frame.length))
                        .putShort((short) number)
                        .putShort((short) 0)
                        .putInt((int) (ticks >>> 32))
                        .putInt((int) ticks)
                        .putInt(frame.length)
                        .putInt(frame.length)
                        .put(frame)
                        .array());
    }

    /** A simple packet block, which has no time. */
    public PcapngFile simplePacket(int original, byte[] bytes) {
        return block(
                3, fields(4 + padded(bytes.length)).putInt(original).put(bytes).array());
    }

    /** A block of any type; the body's length is a multiple of four. */
    public PcapngFile block(int type, byte[] body) {
        int length = body.length + 12;
        return raw(fields(length)
                .putInt(type)
                .putInt(length)
                .put(body)
                .putInt(length)
                .array());
    }

    /** Anything. */
    public PcapngFile raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    private ByteBuffer fields(int size) {
        return ByteBuffer.allocate(size).order(order);
    }

    private static int padded(int length) {
        return length + 3 & ~3;
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
