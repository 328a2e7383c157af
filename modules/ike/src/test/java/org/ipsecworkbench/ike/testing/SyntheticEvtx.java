package org.ipsecworkbench.ike.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Writes synthetic binary logs by the public descriptions of their form: chunks with checksums, a template for each
 * definition of an event that is written where it is used first, names likewise, and values that fill it. No Windows wrote
 * them.
 */
public final class SyntheticEvtx {
    private static final int CHUNK = 65_536;
    private static final long TICKS_2026 = 134_117_856_000_000_000L;

    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<String, Integer> templates = new HashMap<>();
    private final List<byte[]> values = new ArrayList<>();
    private final List<Integer> types = new ArrayList<>();

    private SyntheticEvtx() {}

    /** A log of events; each list is a chunk. */
    public static byte[] log(List<List<SyntheticEvents.Event>> chunks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer header = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        header.put("ElfFile\0".getBytes(StandardCharsets.ISO_8859_1));
        header.putLong(8, 0).putLong(16, chunks.size() - 1L).putLong(24, 1);
        header.putInt(32, 128).putShort(36, (short) 1).putShort(38, (short) 3).putShort(40, (short) 4096);
        header.putShort(42, (short) chunks.size());
        header.putInt(0x7c, crc(header.array(), 0, 0x78, 0, 0));
        out.writeBytes(header.array());
        long number = 1;
        for (List<SyntheticEvents.Event> events : chunks) {
            out.writeBytes(new SyntheticEvtx().chunk(events, number));
            number += events.size();
        }
        return out.toByteArray();
    }

    /** Makes the checksums of a chunk right again after its content was changed. */
    public static void seal(byte[] log, int at) {
        ByteBuffer bytes = ByteBuffer.wrap(log, at, CHUNK).slice().order(ByteOrder.LITTLE_ENDIAN);
        byte[] copy = new byte[CHUNK];
        bytes.get(0, copy);
        bytes.putInt(0x34, crc(copy, 512, bytes.getInt(0x30), 0, 0));
        bytes.get(0, copy);
        bytes.putInt(0x7c, crc(copy, 0, 0x78, 0x80, 512));
    }

    private byte[] chunk(List<SyntheticEvents.Event> events, long first) {
        chunk.put("ElfChnk\0".getBytes(StandardCharsets.ISO_8859_1));
        chunk.putLong(8, first).putLong(16, first + events.size() - 1).putLong(24, first);
        chunk.putLong(32, first + events.size() - 1).putInt(40, 128);
        chunk.position(512);
        for (int i = 0; i < events.size(); i++) {
            chunk.putInt(44, chunk.position());
            record(events.get(i), first + i);
        }
        chunk.putInt(48, chunk.position());
        seal(chunk.array(), 0);
        return chunk.array();
    }

    private void record(SyntheticEvents.Event event, long number) {
        int begin = chunk.position();
        long ticks = TICKS_2026 + number * 10_000_000;
        chunk.putInt(0x2a2a).putInt(0).putLong(number).putLong(ticks);
        fragmentHeader();
        values.clear();
        types.clear();
        value(6, u16(event.id()));
        value(4, new byte[] {(byte) event.version()});
        value(17, u64(ticks));
        value(10, u64(number));
        value(0, new byte[0]);
        if (event.isNameless()) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            event.values().values().forEach(text -> all.writeBytes(utf16(text + "\0")));
            value(0x81, all.toByteArray());
        } else {
            event.values().forEach((name, text) -> {
                boolean isNumber = text.matches("\\d{1,9}");
                value(isNumber ? 8 : 1, isNumber ? u32(Integer.parseInt(text)) : utf16(text));
            });
        }
        instance(event);
        chunk.put((byte) 0);
        int size = chunk.position() + 4 - begin;
        chunk.putInt(size);
        chunk.putInt(begin + 4, size);
    }

    private void instance(SyntheticEvents.Event event) {
        String key = event.id() + "." + event.version() + "." + event.values().size();
        chunk.put((byte) 0x0c).put((byte) 1).putInt(key.hashCode());
        int at = chunk.position() + 4;
        chunk.putInt(templates.computeIfAbsent(key, unused -> at));
        if (templates.get(key) == at) {
            chunk.putInt(0).putLong(key.hashCode()).putLong(0).putInt(0);
            int body = chunk.position();
            template(event);
            chunk.putInt(body - 4, chunk.position() - body);
        }
        chunk.putInt(values.size());
        for (int i = 0; i < values.size(); i++) {
            chunk.putShort((short) values.get(i).length)
                    .put(types.get(i).byteValue())
                    .put((byte) 0);
        }
        values.forEach(chunk::put);
    }

    private void template(SyntheticEvents.Event event) {
        fragmentHeader();
        int root = open("Event", -1, "xmlns", "http://schemas.microsoft.com/win/2004/08/events/event", -1);
        int system = open("System", -1, "", "", -1);
        empty(open("Provider", -1, "Name", event.provider(), -1));
        leaf("EventID", 0, 6);
        leaf("Version", 1, 4);
        empty(open("TimeCreated", -1, "SystemTime", "", 2));
        leaf("EventRecordID", 3, 10);
        // A value that is none: the element is left out.
        int absent = open("Correlation", 4, "", "", -1);
        substitution(4, 0);
        close(absent);
        text("Channel", "Security");
        text("Computer", "synthetic.example");
        close(system);
        int data = open("EventData", -1, "", "", -1);
        if (event.isNameless() && !event.values().isEmpty()) {
            leaf("Data", 5, 0x81);
        } else {
            int index = 5;
            for (String name : event.values().keySet()) {
                int element = open("Data", -1, "Name", name, -1);
                substitution(index++, 1);
                close(element);
            }
        }
        close(data);
        close(root);
        chunk.put((byte) 0);
    }

    private void leaf(String name, int index, int type) {
        int element = open(name, -1, "", "", -1);
        substitution(index, type);
        close(element);
    }

    private void text(String name, String value) {
        int element = open(name, -1, "", "", -1);
        string(value);
        close(element);
    }

    /** Begins an element and gives the place of its size. The attribute is a text, or a value by its index. */
    private int open(String name, int dependency, String attribute, String text, int index) {
        chunk.put((byte) (attribute.isEmpty() ? 0x01 : 0x41)).putShort((short) dependency);
        int size = chunk.position();
        chunk.putInt(0);
        name(name);
        if (!attribute.isEmpty()) {
            int list = chunk.position();
            chunk.putInt(0).put((byte) 0x06);
            name(attribute);
            if (index < 0) {
                string(text);
            } else {
                substitution(index, 17);
            }
            chunk.putInt(list, chunk.position() - list - 4);
        }
        chunk.put((byte) 0x02);
        return size;
    }

    private void close(int size) {
        chunk.put((byte) 0x04);
        chunk.putInt(size, chunk.position() - size - 4);
    }

    private void empty(int size) {
        chunk.put(chunk.position() - 1, (byte) 0x03);
        chunk.putInt(size, chunk.position() - size - 4);
    }

    private void string(String text) {
        chunk.put((byte) 0x05).put((byte) 1).putShort((short) text.length()).put(utf16(text));
    }

    private void substitution(int index, int type) {
        chunk.put((byte) 0x0d).putShort((short) index).put((byte) type);
    }

    private void name(String name) {
        int at = chunk.position() + 4;
        chunk.putInt(names.computeIfAbsent(name, unused -> at));
        if (names.get(name) == at) {
            chunk.putInt(0).putShort((short) name.hashCode()).putShort((short) name.length());
            chunk.put(utf16(name)).putShort((short) 0);
        }
    }

    private void fragmentHeader() {
        chunk.put((byte) 0x0f).put((byte) 1).put((byte) 1).put((byte) 0);
    }

    private void value(int type, byte[] bytes) {
        types.add(type);
        values.add(bytes);
    }

    private static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    private static byte[] u16(int value) {
        return ByteBuffer.allocate(2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) value)
                .array();
    }

    private static byte[] u32(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    private static byte[] u64(long value) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }

    private static int crc(byte[] bytes, int from, int to, int secondFrom, int secondTo) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, to - from);
        crc.update(bytes, secondFrom, secondTo - secondFrom);
        return (int) crc.getValue();
    }
}
