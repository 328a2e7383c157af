package org.ipsecworkbench.policy.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes hives of the registry as public descriptions of the format have them; all of them are made up. */
public final class Hives {
    private static final int HEADER = 4096;
    private static final int SZ = 1;
    private static final int DWORD = 4;
    private static final int BINARY = 3;

    /** A key: its values (a text or an Integer) and the keys below it. */
    public record Key(Map<String, Object> values, Map<String, Key> keys) {
        /** Without anything yet. */
        public static Key empty() {
            return new Key(new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        /** The key at a path below this one, made where it is not there. */
        public Key at(String path) {
            Key key = this;
            for (String name : path.split("\\\\")) {
                key = key.keys.computeIfAbsent(name, any -> empty());
            }
            return key;
        }

        /** Sets a value. */
        public Key with(String name, Object value) {
            values.put(name, value);
            return this;
        }
    }

    private final ByteArrayOutputStream cells = new ByteArrayOutputStream();

    private Hives() {}

    /** The file of a key as the root. */
    public static byte[] write(Key root) {
        Hives hive = new Hives();
        hive.cell(new byte[28]);
        int at = hive.key("ROOT", root);
        byte[] cells = hive.cells.toByteArray();
        ByteBuffer file = ByteBuffer.allocate(HEADER + cells.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("regf".getBytes(StandardCharsets.US_ASCII));
        file.putInt(0x24, at);
        file.putInt(0x28, cells.length);
        file.put(HEADER, cells);
        return file.array();
    }

    /** Writes a cell and gives its offset. */
    private int cell(byte[] content) {
        int offset = cells.size();
        int size = (content.length + 4 + 7) / 8 * 8;
        ByteBuffer cell = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        cell.putInt(-size).put(content);
        cells.writeBytes(cell.array());
        return offset;
    }

    private static ByteBuffer buffer(int size, String signature) {
        ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        return buffer.put(signature.getBytes(StandardCharsets.US_ASCII));
    }

    private int key(String name, Key key) {
        List<Integer> children = new ArrayList<>();
        key.keys().forEach((child, below) -> children.add(key(child, below)));
        List<Integer> values = new ArrayList<>();
        key.values().forEach((value, data) -> values.add(value(value, data)));
        int list = children.isEmpty() ? -1 : list(children);
        ByteBuffer offsets = ByteBuffer.allocate(Math.max(4, 4 * values.size())).order(ByteOrder.LITTLE_ENDIAN);
        values.forEach(offsets::putInt);
        int valueList = values.isEmpty() ? -1 : cell(offsets.array());
        byte[] ascii = name.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer cell = buffer(0x4c + ascii.length, "nk");
        cell.putShort(2, (short) 0x20);
        cell.putInt(0x14, children.size());
        cell.putInt(0x1c, list);
        cell.putInt(0x24, values.size());
        cell.putInt(0x28, valueList);
        cell.putShort(0x48, (short) ascii.length);
        cell.put(0x4c, ascii);
        return cell(cell.array());
    }

    /** Several keys as a list of lists, so that both are written. */
    private int list(List<Integer> keys) {
        if (keys.size() < 3) {
            ByteBuffer list = buffer(4 + 8 * keys.size(), "lh").putShort((short) keys.size());
            keys.forEach(key -> list.putInt(key).putInt(0));
            return cell(list.array());
        }
        ByteBuffer plain = buffer(4 + 4 * (keys.size() - 2), "li").putShort((short) (keys.size() - 2));
        keys.subList(2, keys.size()).forEach(plain::putInt);
        int first = list(keys.subList(0, 2));
        ByteBuffer lists = buffer(12, "ri").putShort((short) 2);
        return cell(lists.putInt(first).putInt(cell(plain.array())).array());
    }

    private int value(String name, Object data) {
        boolean isNumber = data instanceof Integer;
        boolean isBinary = data instanceof byte[];
        byte[] text = data instanceof byte[] binary ? binary : (data + "\0").getBytes(StandardCharsets.UTF_16LE);
        byte[] ascii = name.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer cell = buffer(0x14 + ascii.length, "vk");
        cell.putShort(2, (short) ascii.length);
        cell.putInt(4, isNumber ? 0x8000_0004 : text.length);
        cell.putInt(8, isNumber ? (Integer) data : cell(text));
        cell.putInt(0x0c, isNumber ? DWORD : isBinary ? BINARY : SZ);
        cell.putShort(0x10, (short) 1);
        cell.put(0x14, ascii);
        return cell(cell.array());
    }
}
