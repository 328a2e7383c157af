package org.ipsecworkbench.policy.read;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A hive of the registry, the binary file that {@code reg save} and {@code netsh advfirewall export} write: keys and values in
 * cells behind a header of 4096 bytes. Microsoft does not document the format; this follows public descriptions of it. No real
 * .wfw file was at hand.
 *
 * <p>Every key is visited once at most, whatever its offsets say, and nothing is read outside of the file.
 */
final class Hive {
    /** Is told of keys and values. */
    interface Listener {
        /** A key begins, by its path from the root; false leaves its values out. */
        boolean key(String path);

        /** A value of the key that began last, as a .reg file writes it but without quotation marks. */
        void value(String name, String text);

        /** Something is damaged; the rest is read. */
        void damaged(String what);
    }

    private static final int HEADER = 4096;
    private static final int ROOT = 0x24;
    private static final int ALIGNMENT = 8;
    private static final int NONE = -1;
    /** So deep the registry itself may be. */
    private static final int MAX_DEPTH = 512;
    /** Bytes of one value that are read: as many as the first segment of a large one has. */
    private static final int MAX_DATA = 16_344;

    /**
     * What reading a hive may cost: bytes of names and data, and {@link #STEP} for each key, value and entry of a list. The hive of
     * a workstation's software needs a tenth; one that leads to the same cells again and again needs more.
     */
    private static final long BUDGET = 256L << 20;

    private static final int STEP = 32;

    private static final int KEY_NAME = 0x4c;
    private static final int VALUE_NAME = 0x14;
    private static final int ASCII_KEY = 0x20;
    private static final int SEGMENTS = 2;

    private final ByteBuffer bytes;
    private final Listener listener;
    private final BitSet visited = new BitSet();
    private long spent;

    private Hive(byte[] content, int length, Listener listener) {
        bytes = ByteBuffer.wrap(content, 0, length).slice().order(ByteOrder.LITTLE_ENDIAN);
        this.listener = listener;
    }

    /** Whether a file is one. */
    static boolean recognises(byte[] content) {
        return content.length >= 4 && content[0] == 'r' && content[1] == 'e' && content[2] == 'g' && content[3] == 'f';
    }

    /** Reads the keys in the first bytes of a file. */
    static void read(byte[] content, int length, Listener listener) {
        Hive hive = new Hive(content, length, listener);
        try {
            hive.key(hive.bytes.getInt(ROOT), "", 0);
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            listener.damaged("The hive ends before its root.");
        }
    }

    /** Whether something may still be read; tells once where not. */
    private boolean pays(long cost) {
        boolean wasLeft = spent <= BUDGET;
        spent += cost;
        if (wasLeft && spent > BUDGET) {
            listener.damaged("The hive costs too much to read; what follows was not read.");
        }
        return spent <= BUDGET;
    }

    /** Where the content of a cell begins; its size stands before it. */
    private int cell(int offset) {
        if (offset < 0 || offset > bytes.capacity() - HEADER - ALIGNMENT) {
            throw new IndexOutOfBoundsException(offset);
        }
        return HEADER + offset + 4;
    }

    private int cellSize(int offset) {
        return Math.abs(bytes.getInt(cell(offset) - 4)) - 4;
    }

    private boolean is(int at, String signature) {
        return bytes.get(at) == signature.charAt(0) && bytes.get(at + 1) == signature.charAt(1);
    }

    private int word(int at) {
        return bytes.getShort(at) & 0xffff;
    }

    private void key(int offset, String parent, int depth) {
        try {
            int at = cell(offset);
            if (depth > MAX_DEPTH || !is(at, "nk") || visited.get(offset / ALIGNMENT)) {
                listener.damaged("A key at offset " + offset + " is none.");
                return;
            }
            visited.set(offset / ALIGNMENT);
            boolean isAscii = (word(at + 2) & ASCII_KEY) != 0;
            String name = text(at + KEY_NAME, word(at + 0x48), isAscii);
            // What the root is called says nothing about where it belongs.
            String path = depth == 0 ? "" : parent + "\\" + name;
            if (listener.key(path)) {
                values(bytes.getInt(at + 0x24), bytes.getInt(at + 0x28));
            }
            int children = bytes.getInt(at + 0x1c);
            if (bytes.getInt(at + 0x14) != 0 && children != NONE) {
                for (int child : list(children, 0)) {
                    if (!pays(STEP)) {
                        return;
                    }
                    key(child, path, depth + 1);
                }
            }
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            listener.damaged("A key at offset " + offset + " lies outside of the file, or parts of it do.");
        }
    }

    /** Offsets of keys: lists with a hash for each, plain lists, and lists of lists. */
    private List<Integer> list(int offset, int depth) {
        int at = cell(offset);
        int count = word(at + 2);
        boolean isOfLists = is(at, "ri");
        int step = is(at, "lf") || is(at, "lh") ? 8 : is(at, "li") || isOfLists ? 4 : 0;
        List<Integer> offsets = new ArrayList<>();
        if (step == 0 || depth > 1) {
            listener.damaged("A list of keys at offset " + offset + " is none.");
            return offsets;
        }
        for (int i = 0; i < count && pays(STEP); i++) {
            int one = bytes.getInt(at + 4 + i * step);
            if (isOfLists) {
                offsets.addAll(list(one, depth + 1));
            } else {
                offsets.add(one);
            }
        }
        return offsets;
    }

    private void values(int count, int offset) {
        for (int i = 0; i < count && pays(STEP); i++) {
            value(bytes.getInt(cell(offset) + 4 * i));
        }
    }

    private void value(int offset) {
        int at = cell(offset);
        if (!is(at, "vk")) {
            listener.damaged("A value at offset " + offset + " is none.");
            return;
        }
        int length = bytes.getInt(at + 4);
        // Up to four bytes stand where the offset of longer data does.
        boolean isInside = length < 0;
        int size = length & Integer.MAX_VALUE;
        String name = text(at + VALUE_NAME, word(at + 2), (word(at + 0x10) & 1) != 0);
        int data = isInside ? at + 8 : data(bytes.getInt(at + 8), size);
        int available = isInside ? Math.min(size, 4) : Math.min(size, MAX_DATA);
        listener.value(name, data(data, available, bytes.getInt(at + 0x0c)));
    }

    /** Where data begins; of large data, which is in segments, the first one. */
    private int data(int offset, int size) {
        int at = cell(offset);
        boolean isSegmented = size > MAX_DATA && cellSize(offset) >= 8 && is(at, "db") && word(at + 2) >= SEGMENTS;
        return isSegmented ? cell(bytes.getInt(cell(bytes.getInt(at + 4)))) : at;
    }

    private String data(int at, int size, int type) {
        return switch (type) {
            case 1, 2 -> string(at, size);
            case 4 -> size < 4 ? "" : String.format(Locale.ROOT, "dword:%08x", bytes.getInt(at));
            case 7 -> string(at, size).replace('\0', ',').replaceAll(",+$", "");
            default -> {
                byte[] copy = new byte[pays(4L * size) ? size : 0];
                bytes.get(at, copy);
                yield "hex:" + HexFormat.ofDelimiter(",").formatHex(copy);
            }
        };
    }

    private String string(int at, int size) {
        String text = text(at, size & ~1, false);
        return text.replaceAll("\0+$", "");
    }

    private String text(int at, int size, boolean isAscii) {
        if (!pays(size)) {
            return "";
        }
        byte[] copy = new byte[size];
        bytes.get(at, copy);
        return new String(copy, isAscii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16LE);
    }
}
