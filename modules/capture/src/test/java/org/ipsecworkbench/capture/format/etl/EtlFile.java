package org.ipsecworkbench.capture.format.etl;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes an event trace log in memory, as Microsoft's headers (evntrace.h, evntcons.h) and Geoff Chappell's pages describe
 * it, and packet events as the manifests of their providers do.
 *
 * <p>Not verified against logs of a real Windows: there was none when this was written. What a real log shows to be
 * otherwise is wrong here and in the reader alike.
 */
public final class EtlFile {
    /** Keywords of NDIS-PacketCapture. */
    public static final long ETHERNET = 1;

    public static final long WIRELESS_WAN = 0x200;
    public static final long NATIVE_WIRELESS = 0x1_0000;
    public static final long START = 0x4000_0000L;
    public static final long END = 0x8000_0000L;
    public static final long SEND = 0x1_0000_0000L;
    public static final long RECEIVE = 0x2_0000_0000L;
    public static final long WHOLE = START | END;

    /** When the log begins: 2026-11-23T15:00:00Z, in nanoseconds since 1970. */
    public static final long BEGINNING = 1_795_446_000_000_000_000L;

    private static final long NDIS_HIGH = 0x6e00d62e29470946L;
    private static final long NDIS_LOW = 0xb4233ee7bcd678efL;
    private static final long PKTMON_HIGH = 0xd9804f4dbdc8734dL;
    private static final long PKTMON_LOW = 0xbb5b19c90402c5acL;
    private static final long FILETIME_1970 = 116_444_736_000_000_000L;
    private static final long FIRST_TICKS = 5_000_000_000L;

    private final int bufferSize;
    private final long ticksPerSecond;
    private final boolean wide;
    private final Map<Integer, ByteArrayOutputStream> open = new TreeMap<>();
    private final List<byte[]> full = new ArrayList<>();
    private long lastTicks = FIRST_TICKS;
    private int eventsLost;

    /** A log of 64-bit Windows with the performance counter of 10 MHz that today's Windows has. */
    public EtlFile() {
        this(8192, 10_000_000, true);
    }

    /**
     * Any log.
     *
     * @param ticksPerSecond of the performance counter; 0 for times as FILETIME
     * @param wide whether of a 64-bit Windows
     */
    public EtlFile(int bufferSize, long ticksPerSecond, boolean wide) {
        this.bufferSize = bufferSize;
        this.ticksPerSecond = ticksPerSecond;
        this.wide = wide;
    }

    /** Says in the header that Windows lost events. */
    public EtlFile lost(int events) {
        eventsLost = events;
        return this;
    }

    /** A fragment, or with {@link #WHOLE} a whole packet, of NDIS-PacketCapture. */
    public EtlFile fragment(
            int processor, long time, int thread, int miniport, int lower, long keywords, byte[] bytes) {
        byte[] data = little(12 + bytes.length + 16)
                .putInt(miniport)
                .putInt(lower)
                .putInt(bytes.length)
                .put(bytes)
                .array();
        return event(processor, time, thread, NDIS_HIGH, NDIS_LOW, 1001, keywords, new byte[0], data);
    }

    /** A packet at a virtual switch, which goes to no port yet. */
    public EtlFile switchPacket(int processor, long time, byte[] bytes) {
        byte[] names = "port\0nic\0type\0".getBytes(StandardCharsets.UTF_16LE);
        byte[] data = little(12 + names.length + 8 + bytes.length + 4 + 8)
                .putInt(7)
                .putInt(7)
                .putInt(3)
                .put(names)
                .putInt(0)
                .putInt(bytes.length)
                .put(bytes)
                .putInt(8)
                .putLong(0)
                .array();
        return event(processor, time, 4, NDIS_HIGH, NDIS_LOW, 1003, WHOLE | ETHERNET, new byte[0], data);
    }

    /** A frame of PktMon; an appearance of a packet at a component. */
    public EtlFile frame(
            int processor,
            long time,
            long group,
            int appearance,
            int direction,
            int type,
            int component,
            int original,
            byte[] bytes) {
        byte[] data = metadata(group, appearance, direction, type, component, 0, original, bytes);
        return event(processor, time, 4, PKTMON_HIGH, PKTMON_LOW, 160, 0x10, new byte[0], data);
    }

    /** A frame that a component dropped. */
    public EtlFile droppedFrame(int processor, long time, long group, int component, int reason, byte[] bytes) {
        byte[] data = metadata(group, 1, 2, 1, component, reason, bytes.length, bytes);
        return event(processor, time, 4, PKTMON_HIGH, PKTMON_LOW, 170, 0x10, new byte[0], data);
    }

    private static byte[] metadata(
            long group,
            int appearance,
            int direction,
            int type,
            int component,
            int reason,
            int original,
            byte[] bytes) {
        return little(34 + bytes.length)
                .putLong(group)
                .putShort((short) 1)
                .putShort((short) appearance)
                .putShort((short) direction)
                .putShort((short) type)
                .putShort((short) component)
                .putShort((short) 1)
                .putShort((short) 0)
                .putInt(reason)
                .putInt(0)
                .putShort((short) original)
                .putShort((short) bytes.length)
                .put(bytes)
                .array();
    }

    /** A component of the sort miniport. */
    public EtlFile component(int processor, long time, int id, String name) {
        return component(processor, time, id, 2, name);
    }

    /** What PktMon logs of a component when the capture ends. */
    public EtlFile component(int processor, long time, int id, int type, String name) {
        byte[] text = (name + "\0description\0").getBytes(StandardCharsets.UTF_16LE);
        byte[] data = little(4 + text.length)
                .putShort((short) id)
                .putShort((short) type)
                .put(text)
                .array();
        return event(processor, time, 4, PKTMON_HIGH, PKTMON_LOW, 20, 1, new byte[0], data);
    }

    /** An event of a provider that nobody asked for. */
    public EtlFile foreign(int processor, long time) {
        return event(processor, time, 4, 1, 2, 1001, WHOLE, new byte[0], new byte[33]);
    }

    /** An event whose header is followed by an extended item, such as the terminal session. */
    public EtlFile extended(int processor, long time, byte[] bytes) {
        byte[] data = little(12 + bytes.length)
                .putInt(9)
                .putInt(9)
                .putInt(bytes.length)
                .put(bytes)
                .array();
        byte[] items = little(40)
                .putShort((short) 16)
                .putShort((short) 3)
                .putShort((short) 1)
                .putShort((short) 4)
                .putLong(0)
                .putShort((short) 24)
                .putShort((short) 1)
                .putShort((short) 0)
                .putShort((short) 16)
                .array();
        return event(processor, time, 4, NDIS_HIGH, NDIS_LOW, 1001, WHOLE | ETHERNET, items, data);
    }

    /** A message of WPP and a performance event, which have their sizes elsewhere. */
    public EtlFile otherKinds(int processor) {
        append(
                processor,
                little(16).putShort((short) 13).put((byte) 0).put((byte) 0x90).array());
        append(
                processor,
                little(24)
                        .putShort((short) 2)
                        .put((byte) 17)
                        .put((byte) 0xc0)
                        .putShort((short) 20)
                        .putShort((short) 0x0f32)
                        .array());
        return this;
    }

    private EtlFile event(
            int processor,
            long time,
            int thread,
            long high,
            long low,
            int id,
            long keywords,
            byte[] items,
            byte[] data) {
        long ticks = ticks(time);
        lastTicks = Math.max(lastTicks, ticks);
        int size = 80 + items.length + data.length;
        ByteBuffer event = little((size + 7) & ~7)
                .putShort((short) size)
                .put((byte) (wide ? 19 : 18))
                .put((byte) 0xc0)
                .putShort((short) (items.length > 0 ? 1 : 0))
                .putShort((short) 0)
                .putInt(thread)
                .putInt(4)
                .putLong(ticks);
        event.order(ByteOrder.BIG_ENDIAN).putLong(high).putLong(low).order(ByteOrder.LITTLE_ENDIAN);
        event.putShort((short) id)
                .put((byte) 0)
                .put((byte) 16)
                .put((byte) 4)
                .put((byte) 0)
                .putShort((short) 1)
                .putLong(keywords)
                .putLong(0)
                .position(80);
        append(processor, event.put(items).put(data).array());
        return this;
    }

    private long ticks(long time) {
        if (ticksPerSecond == 0) {
            return FILETIME_1970 + time / 100;
        }
        return FIRST_TICKS + (time - BEGINNING) / 1000 * ticksPerSecond / 1_000_000;
    }

    private void append(int processor, byte[] event) {
        ByteArrayOutputStream buffer = open.computeIfAbsent(processor, p -> new ByteArrayOutputStream());
        if (72 + buffer.size() + event.length > bufferSize) {
            full.add(buffer(processor, buffer.toByteArray(), 0));
            buffer.reset();
        }
        buffer.writeBytes(event);
    }

    private byte[] buffer(int processor, byte[] events, int flags) {
        return little(bufferSize)
                .putInt(bufferSize)
                .putInt(72 + events.length)
                .putInt(72 + events.length)
                .putInt(0)
                .putLong(lastTicks)
                .putLong(full.size())
                .putLong(0)
                .putShort((short) processor)
                .putShort((short) 1)
                .putInt(0)
                .putInt(72 + events.length)
                .putShort((short) (0x20 | flags))
                .putShort((short) 0)
                .put(new byte[16])
                .put(events)
                .array();
    }

    /** The first buffer, with the header of the log as its only event. */
    private byte[] headerBuffer() {
        int times = wide ? 256 : 248;
        ByteBuffer event = little(32 + 296)
                .putShort((short) 2)
                .put((byte) (wide ? 2 : 1))
                .put((byte) 0xc0)
                .putShort((short) (32 + 296))
                .putShort((short) 0)
                .putInt(4)
                .putInt(4)
                .putLong(ticksPerSecond == 0 ? FILETIME_1970 + BEGINNING / 100 : FIRST_TICKS);
        event.putInt(32, bufferSize);
        event.putInt(32 + 12, 2);
        event.putInt(32 + 32, 1);
        event.putInt(32 + 36, full.size() + open.size() + 1);
        event.putInt(32 + 44, wide ? 8 : 4);
        event.putInt(32 + 48, eventsLost);
        event.putLong(32 + times, ticksPerSecond);
        event.putLong(32 + times + 8, FILETIME_1970 + BEGINNING / 100);
        event.putInt(32 + times + 16, ticksPerSecond == 0 ? 2 : 1);
        return buffer(0, event.array(), 0);
    }

    /** Ends the buffer of a processor, as a flush does. */
    public EtlFile flush(int processor) {
        ByteArrayOutputStream buffer = open.remove(processor);
        if (buffer != null) {
            full.add(buffer(processor, buffer.toByteArray(), 0));
        }
        return this;
    }

    /** A buffer that claims to be compressed. */
    public EtlFile compressedBuffer() {
        full.add(buffer(0, new byte[64], 0x40));
        return this;
    }

    /** The log so far. */
    public byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(headerBuffer());
        full.forEach(all::writeBytes);
        open.forEach((processor, events) -> all.writeBytes(buffer(processor, events.toByteArray(), 0)));
        return all.toByteArray();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
