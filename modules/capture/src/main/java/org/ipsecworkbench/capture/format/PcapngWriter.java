package org.ipsecworkbench.capture.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes one section of a pcapng file, with times in nanoseconds. Each block reaches the stream in one piece. Source:
 * draft-ietf-opsawg-pcapng.
 */
public final class PcapngWriter {
    /** Values for the direction of a packet: flag word, bits 0 and 1. */
    public static final int UNKNOWN = 0;

    public static final int INBOUND = 1;
    public static final int OUTBOUND = 2;

    private static final int COMMENT = 1;
    private static final int SECTION_SYSTEM = 3;
    private static final int SECTION_APPLICATION = 4;
    private static final int INTERFACE_NAME = 2;
    private static final int INTERFACE_DESCRIPTION = 3;
    private static final int TIME_RESOLUTION = 9;
    private static final int INTERFACE_FILTER = 11;
    private static final int PACKET_FLAGS = 2;
    private static final int END_TIME = 3;
    static final int DROPPED_BY_INTERFACE = 5;
    static final int DROPPED_BY_SYSTEM = 7;
    private static final int DELIVERED = 8;

    /** A packet block without packet, flags and comment. */
    private static final int PACKET_HEADER = 36;

    /** The filter of an interface is told as the text that was compiled. */
    private static final String FILTER_AS_TEXT = "\0";

    /** An option's length has 16 bits, and every sensible text is shorter by far. */
    private static final int MAX_TEXT = 4096;

    private final OutputStream out;
    private ByteBuffer block = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private int interfaces;

    /** Writes the section header. */
    public PcapngWriter(OutputStream out) throws IOException {
        this(out, "", "");
    }

    /**
     * Writes the section header.
     *
     * @param system the operating system that captures; may be empty
     * @param application the program that writes; may be empty
     */
    public PcapngWriter(OutputStream out, String system, String application) throws IOException {
        this.out = out;
        begin(PcapngFormat.SECTION_HEADER, 0);
        block.putInt(PcapngFormat.BYTE_ORDER)
                .putShort((short) 1)
                .putShort((short) 0)
                .putLong(-1);
        text(SECTION_SYSTEM, system);
        text(SECTION_APPLICATION, application);
        end();
    }

    /**
     * Describes a further interface.
     *
     * @param linkType number of the tcpdump registry
     * @return its number, for {@link #packet}
     */
    public int addInterface(int linkType, String name, String description) throws IOException {
        return addInterface(linkType, name, description, 0, "");
    }

    /**
     * Describes a further interface.
     *
     * @param linkType number of the tcpdump registry
     * @param snapLength so many bytes of each packet are kept; 0 for all
     * @param filter what packets have to pass, in the language of libpcap; empty for none
     * @return its number, for {@link #packet}
     */
    public int addInterface(int linkType, String name, String description, int snapLength, String filter)
            throws IOException {
        begin(PcapngFormat.INTERFACE, 0);
        block.putShort((short) linkType).putShort((short) 0).putInt(snapLength);
        text(INTERFACE_NAME, name);
        text(INTERFACE_DESCRIPTION, description);
        text(INTERFACE_FILTER, filter.isEmpty() ? "" : FILTER_AS_TEXT + filter);
        block.putShort((short) TIME_RESOLUTION).putShort((short) 1).putInt(9);
        end();
        return interfaces++;
    }

    /**
     * Writes a packet.
     *
     * @param time nanoseconds since 1970; before that it becomes 0
     * @param bytes where its captured bytes lie, by absolute index
     * @param original bytes on the wire, not less than captured
     * @param comment may be empty
     */
    public void packet(
            int on, long time, ByteBuffer bytes, int at, int captured, int original, int direction, String comment)
            throws IOException {
        begin(PcapngFormat.ENHANCED_PACKET, captured);
        block.putInt(on);
        time(time);
        block.putInt(captured).putInt(original);
        block.put(block.position(), bytes, at, captured);
        block.position(block.position() + captured);
        pad();
        if (direction != UNKNOWN) {
            block.putShort((short) PACKET_FLAGS).putShort((short) 4).putInt(direction);
        }
        text(COMMENT, comment);
        end();
    }

    /** Length of the block of a packet that has neither direction nor comment. */
    public static int length(int captured) {
        return PACKET_HEADER + (captured + 3 & ~3);
    }

    /**
     * Says what became of the packets of an interface since the capture began.
     *
     * @param time of the counting, in nanoseconds since 1970
     * @param delivered packets that were handed to the one who captures
     */
    public void statistics(int on, long time, long delivered, long droppedBySystem, long droppedByInterface)
            throws IOException {
        begin(PcapngFormat.INTERFACE_STATISTICS, 0);
        block.putInt(on);
        time(time);
        block.putShort((short) END_TIME).putShort((short) 8);
        time(time);
        count(DROPPED_BY_INTERFACE, droppedByInterface);
        count(DROPPED_BY_SYSTEM, droppedBySystem);
        count(DELIVERED, delivered);
        end();
    }

    private void time(long time) {
        long ticks = Math.max(0, time);
        block.putInt((int) (ticks >>> 32)).putInt((int) ticks);
    }

    private void count(int option, long count) {
        block.putShort((short) option).putShort((short) 8).putLong(count);
    }

    private void text(int option, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, MAX_TEXT);
        if (length > 0) {
            block.putShort((short) option).putShort((short) length).put(bytes, 0, length);
            pad();
        }
    }

    private void pad() {
        while ((block.position() & 3) != 0) {
            block.put((byte) 0);
        }
    }

    private void begin(int type, int data) {
        int most = data + 3 * MAX_TEXT;
        if (block.capacity() < most) {
            block = ByteBuffer.allocate(most).order(ByteOrder.LITTLE_ENDIAN);
        }
        block.clear();
        block.putInt(type).putInt(0);
    }

    private void end() throws IOException {
        block.putInt(0); // the end of the options
        int length = block.position() + 4;
        block.putInt(length).putInt(4, length);
        out.write(block.array(), 0, length);
    }
}
