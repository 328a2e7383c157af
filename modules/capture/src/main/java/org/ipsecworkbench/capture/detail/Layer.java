package org.ipsecworkbench.capture.detail;

import java.util.Arrays;
import java.util.function.LongFunction;
import org.ipsecworkbench.capture.Detail.State;

/**
 * Reads the fields of one header in order, each into a line of the tree.
 *
 * <p>A field that is not there wholly becomes a line that says why (cut by the capture, or behind the end that a length
 * field tells), reads as 0, and ends the layer: every later field reads as 0 and leaves no line. So a dissector reads
 * straight on, and asks {@link #ok} before it loops or goes inside.
 */
final class Layer {
    private final Dissection packet;
    private final Node node;
    private final int from;
    private final int to;
    private int at;
    private boolean ended;
    private boolean little;
    /** Whether the length is known from the beginning, so that the place does not grow field by field. */
    private boolean fixed;

    private Node last;

    Layer(Dissection packet, Node node, int from, int to) {
        this.packet = packet;
        this.node = node;
        this.from = from;
        this.to = to;
        at = from;
        last = node;
    }

    /** From here on numbers have their lowest byte first. */
    Layer littleEndian() {
        little = true;
        return this;
    }

    Node node() {
        return node;
    }

    /** Where the next field begins. */
    int at() {
        return at;
    }

    /** Behind the layer's last byte by what the headers say. */
    int to() {
        return to;
    }

    /** Bytes from the next field to the end, captured or not. */
    int left() {
        return to - at;
    }

    /** Bytes of those that were captured. */
    int captured() {
        return Math.max(0, Math.min(to, packet.end) - at);
    }

    /** Whether every field was there until now and the tree has room. */
    boolean ok() {
        return !ended && !packet.isFull();
    }

    /** Whether another field can begin here; what every loop over fields asks. */
    boolean more() {
        return ok() && captured() > 0;
    }

    /** Bytes to the end, or to the end of what was captured where nobody knows the end. */
    int rest() {
        return to >= Dissection.FAR ? captured() : left();
    }

    /** Whether so many bytes more can be read. */
    boolean has(int size) {
        return ok() && size <= captured();
    }

    /** The unsigned number in the next bytes, which stay; 0 where they are not there. */
    long peek(int size) {
        return peek(0, size);
    }

    /** The unsigned number so many bytes further on. */
    long peek(int skip, int size) {
        return ok() && skip + size <= captured() ? value(at + skip, size) : 0;
    }

    private long value(int place, int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | byteAt(little ? place + size - 1 - i : place + i);
        }
        return value;
    }

    int byteAt(int place) {
        return packet.bytes.get(place) & 0xff;
    }

    /** A number in words of the caller's choice. */
    long show(String name, int size, LongFunction<String> words) {
        if (!take(name, size)) {
            return 0;
        }
        long value = value(at, size);
        line(name, words.apply(value), size);
        move(size);
        return value;
    }

    long number(String name, int size) {
        return show(name, size, Long::toUnsignedString);
    }

    /** A number with its unit, such as {@code 64 hops}; the unit is given in the singular. */
    long number(String name, int size, String unit) {
        return show(name, size, value -> Words.count(value, unit));
    }

    long number(String name, int size, Names names) {
        return show(name, size, names::decimal);
    }

    long hex(String name, int size) {
        return show(name, size, value -> Words.hex(value, 2 * size));
    }

    long hex(String name, int size, Names names) {
        return show(name, size, value -> names.hex(value, 2 * size));
    }

    long mac(String name) {
        return show(name, 6, Words::mac);
    }

    long ipv4(String name) {
        return show(name, 4, Words::ipv4);
    }

    /** Sixteen bytes. Gives their text, empty where they are not there. */
    String ipv6(String name) {
        if (!take(name, 16)) {
            return "";
        }
        String text = Words.ipv6(value(at, 8), value(at + 8, 8));
        line(name, text, 16);
        move(16);
        return text;
    }

    /** Some bits of the next bytes, which stay; the mask counts from the lowest bit of the number that they make. */
    long bits(String name, int size, long mask, LongFunction<String> words) {
        if (!take(name, size)) {
            return 0;
        }
        long value = (value(at, size) & mask) >>> Long.numberOfTrailingZeros(mask);
        line(name, words.apply(value), size);
        return value;
    }

    long bits(String name, int size, long mask) {
        return bits(name, size, mask, Long::toString);
    }

    /** One bit of the next bytes, which stay. */
    boolean flag(String name, int size, long mask) {
        return bits(name, size, mask, value -> value == 0 ? "not set" : "set") != 0;
    }

    /** Bytes in hexadecimal, as far as they are there. */
    void bytes(String name, int size) {
        if (size <= 0 || !ok()) {
            return;
        }
        int there = Math.min(size, captured());
        if (there < size && (there == 0 || size > left())) {
            take(name, size);
            return;
        }
        Node field = line(name, Words.hex(this, at, there), there);
        if (there < size) {
            field.value = packet.cut(there, size, field) + ": " + field.value;
            ended = true;
        }
        move(there);
    }

    /** Bytes of which only the length is told, as far as they are there. */
    void data(String name, int size) {
        if (size <= 0 || !ok()) {
            return;
        }
        int there = Math.min(size, captured());
        Node field = line(name, Words.bytes(there), there);
        if (there < size) {
            field.value = packet.cut(there, size, field);
            ended = true;
        }
        move(there);
    }

    /** Text up to a zero byte. */
    String text(String name, int size) {
        if (!take(name, size)) {
            return "";
        }
        String text = textAt(at, size);
        line(name, text, size);
        move(size);
        return text;
    }

    private String textAt(int place, int size) {
        byte[] bytes = new byte[Math.min(size, 4 * Words.MAX_TEXT)];
        int length = 0;
        while (length < bytes.length && byteAt(place + length) != 0) {
            bytes[length] = (byte) byteAt(place + length);
            length++;
        }
        return Words.text(Arrays.copyOf(bytes, length));
    }

    /** The text of the next bytes, which stay and have to be there. */
    String peekText(int size) {
        return textAt(at, size);
    }

    /** A field whose value the caller has made of its bytes. */
    void put(String name, String value, int size) {
        if (take(name, size)) {
            line(name, value, size);
            move(size);
        }
    }

    /** Passes over bytes that are shown elsewhere, or not at all. */
    void skip(int size) {
        if (ok() && size >= 0) {
            move(Math.min(size, left()));
        }
    }

    /** Takes the next bytes under several lines: goes back to where they begin. */
    void back(int size) {
        if (ok()) {
            at -= size;
        }
    }

    private void move(int size) {
        at += size;
        if (!fixed) {
            node.place(from, Math.min(at, packet.end));
        }
    }

    /** A line with children over the next bytes, which are passed. It ends where this layer does, and says so. */
    Layer group(String name, int size) {
        int end = (int) Math.min(to, (long) at + Math.max(0, size));
        Node child = ok() ? packet.node(node, name) : new Node(name);
        Layer group = new Layer(packet, child, at, end);
        group.little = little;
        group.ended = !ok();
        group.fixed = true;
        child.place(at, Math.min(end, packet.end));
        last = child;
        if (ok() && size > left()) {
            child.value = "its length of " + Words.bytes(size) + " leads beyond the end";
            child.state = State.WRONG;
        }
        if (ok()) {
            move(end - at);
        }
        return group;
    }

    /** Goes on where a group ended that took all the bytes, since its length came out only as it was read. */
    void shrink(Layer group) {
        if (ok()) {
            at = group.at;
            ended = group.ended;
            node.place(from, Math.min(at, packet.end));
            group.node.place(group.from, Math.min(at, packet.end));
        }
    }

    /** A line about the layer that has no place of its own. */
    void note(String name, String value) {
        if (ok()) {
            Node field = packet.node(node, name);
            field.value = value;
            last = field;
        }
    }

    /** A line that has its place elsewhere in the frame. */
    void line(String name, String value, int place, int size) {
        if (!packet.isFull()) {
            Node field = packet.node(node, name);
            field.value = value;
            field.place(place, Math.min(place + size, packet.end));
            last = field;
        }
    }

    /** Words about the field that was read last, which is not as it should be. */
    void wrong(String words) {
        last.value = last.value.isEmpty() ? words : last.value + ", " + words;
        last.state = State.WRONG;
    }

    /** Says of the line that came last how little of something was captured. */
    void cut(int there, long size) {
        last.value = packet.cut(there, size, last);
    }

    /** Words behind the field that was read last. */
    void remark(String words) {
        if (ok() && last != node) {
            last.value += ", " + words;
        }
    }

    /** The essence of the layer, beside its name; several are put in a row. */
    void value(String value) {
        node.value = node.value.isEmpty() ? value : node.value + ", " + value;
    }

    /** Ends the layer: no field is read any more. */
    void end() {
        ended = true;
    }

    private Node line(String name, String value, int size) {
        Node field = packet.node(node, name);
        field.value = value;
        field.place(at, Math.min(at + size, packet.end));
        last = field;
        return field;
    }

    /** Whether a field is there wholly; if not, the layer ends with a line that says why. */
    private boolean take(String name, int size) {
        if (!ok()) {
            return false;
        }
        int there = captured();
        if (size >= 0 && size <= there) {
            return true;
        }
        ended = true;
        if (size < 0 || size > left()) {
            Node field = line(name, "", Math.min(there, left()));
            field.value = "missing: " + Words.bytes(Math.max(0, left())) + " left where " + size + " are needed";
            field.state = State.WRONG;
            move(Math.min(there, left()));
        } else if (there > 0 || !packet.isCutSaid()) {
            Node field = line(name, "", there);
            field.value = packet.cut(there, size, field);
            move(there);
        }
        return false;
    }
}
