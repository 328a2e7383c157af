package org.ipsecworkbench.ike.events;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.ike.EventLimits;
import org.ipsecworkbench.ike.xml.XmlSink;

/**
 * Reads the binary XML of the events of one chunk (MS-EVEN6 section 2.2.12, and what others found of its form in files): elements come from
 * a template that is written once in a chunk, values from the event.
 */
final class BinaryXml {
    private static final int MORE = 0x40;
    private static final int NO_DEPENDENCY = 0xffff;
    private static final int TEMPLATE_HEADER = 24;
    private static final int MAX_NESTING = 8;

    /** A value of a template instance. */
    private record Value(int type, int at, int size) {
        boolean isEmpty() {
            return type == BinaryValues.NULL || size == 0;
        }
    }

    private record Name(String text, int next) {}

    private final ChunkBytes bytes;
    private final EventLimits limits;
    private final XmlSink sink;
    private int tokens;
    private int characters;

    BinaryXml(ChunkBytes bytes, EventLimits limits, XmlSink sink) {
        this.bytes = bytes;
        this.limits = limits;
        this.sink = sink;
    }

    /** Reads what lies between two places of the chunk. */
    void read(int from, int to) throws DamagedException {
        fragment(from, to, List.of(), false, 0);
    }

    private void count() throws DamagedException {
        tokens++;
        if (tokens > limits.maxTokens()) {
            throw new DamagedException("the events of its chunk have more than " + limits.maxTokens() + " parts");
        }
    }

    /** The same value may be asked for again and again. */
    private void spend(int more) throws DamagedException {
        characters += more;
        if (characters > limits.maxCharacters()) {
            throw new DamagedException(
                    "the events of its chunk have more than " + limits.maxCharacters() + " characters");
        }
    }

    /**
     * @param values of the template that this is; none where it is no template
     * @param isTemplate in templates elements say which value they depend on
     */
    private void fragment(int from, int to, List<Value> values, boolean isTemplate, int nesting)
            throws DamagedException {
        if (nesting > MAX_NESTING) {
            throw new DamagedException("templates lie too deep inside each other");
        }
        Deque<String> open = new ArrayDeque<>();
        int at = from;
        while (at < to) {
            count();
            int token = bytes.u8(at);
            switch (token & ~MORE) {
                case 0x00 -> {
                    close(open);
                    return;
                }
                case 0x01 -> at = element(at, values, isTemplate, open);
                case 0x04 -> {
                    end(open);
                    at++;
                }
                case 0x05 -> {
                    int length = bytes.u16(at + 2);
                    spend(length);
                    sink.text(bytes.utf16(at + 4, length));
                    at += 4 + 2 * length;
                }
                case 0x07 -> {
                    int length = bytes.u16(at + 1);
                    spend(length);
                    sink.text(bytes.utf16(at + 3, length));
                    at += 3 + 2 * length;
                }
                case 0x08 -> {
                    sink.text(String.valueOf((char) bytes.u16(at + 1)));
                    at += 3;
                }
                case 0x09 -> {
                    Name name = name(at + 1);
                    sink.text(entity(name.text()));
                    at = name.next();
                }
                case 0x0a -> at = name(at + 1).next();
                case 0x0b -> at += 3 + 2 * bytes.u16(at + 1);
                case 0x0c -> at = template(at, nesting);
                case 0x0d, 0x0e -> {
                    substitute(value(values, at), open, nesting);
                    at += 4;
                }
                case 0x0f -> at += 4;
                default -> throw new DamagedException("it has a part of the unknown type " + token);
            }
        }
        close(open);
    }

    private void close(Deque<String> open) {
        while (!open.isEmpty()) {
            sink.end(open.removeLast());
        }
    }

    private void end(Deque<String> open) throws DamagedException {
        if (open.isEmpty()) {
            throw new DamagedException("an element ends that did not begin");
        }
        sink.end(open.removeLast());
    }

    private Value value(List<Value> values, int at) throws DamagedException {
        int index = bytes.u16(at + 1);
        if (index >= values.size()) {
            throw new DamagedException("a template asks for a value that the event does not have");
        }
        return values.get(index);
    }

    private int element(int at, List<Value> values, boolean isTemplate, Deque<String> open) throws DamagedException {
        boolean hasAttributes = (bytes.u8(at) & MORE) != 0;
        int place = at + 1;
        int dependency = NO_DEPENDENCY;
        if (isTemplate) {
            dependency = bytes.u16(place);
            place += 2;
        }
        int size = bytes.size(place);
        place += 4;
        boolean isLeftOut = dependency < values.size() && values.get(dependency).isEmpty();
        if (isLeftOut) {
            return place + size;
        }
        Name name = name(place);
        place = name.next() + (hasAttributes ? 4 : 0);
        Map<String, String> attributes = new LinkedHashMap<>();
        while ((bytes.u8(place) & ~MORE) == 0x06) {
            place = attribute(place, values, attributes);
        }
        if (open.size() >= limits.maxDepth()) {
            throw new DamagedException("its elements lie too deep inside each other");
        }
        int token = bytes.u8(place);
        sink.start(name.text(), attributes, 0);
        switch (token) {
            case 0x02 -> open.addLast(name.text());
            case 0x03 -> sink.end(name.text());
            default -> throw new DamagedException("the head of an element does not end");
        }
        return place + 1;
    }

    private int attribute(int at, List<Value> values, Map<String, String> attributes) throws DamagedException {
        Name name = name(at + 1);
        int place = name.next();
        StringBuilder text = new StringBuilder();
        boolean isThere = false;
        while (true) {
            count();
            switch (bytes.u8(place) & ~MORE) {
                case 0x05 -> {
                    int length = bytes.u16(place + 2);
                    spend(length);
                    text.append(bytes.utf16(place + 4, length));
                    isThere = true;
                    place += 4 + 2 * length;
                }
                case 0x08 -> {
                    text.append((char) bytes.u16(place + 1));
                    isThere = true;
                    place += 3;
                }
                case 0x09 -> {
                    Name entity = name(place + 1);
                    text.append(entity(entity.text()));
                    isThere = true;
                    place = entity.next();
                }
                case 0x0d, 0x0e -> {
                    Value value = value(values, place);
                    if (!value.isEmpty()) {
                        spend(value.size());
                        text.append(
                                String.join(" ", BinaryValues.texts(bytes, value.type(), value.at(), value.size())));
                        isThere = true;
                    }
                    place += 4;
                }
                default -> {
                    if (isThere) {
                        attributes.put(name.text(), text.toString());
                    }
                    return place;
                }
            }
        }
    }

    /** A list of values repeats the element that it stands in. */
    private void substitute(Value value, Deque<String> open, int nesting) throws DamagedException {
        if (value.isEmpty()) {
            return;
        }
        if (value.type() == BinaryValues.BINARY_XML) {
            fragment(value.at(), value.at() + value.size(), List.of(), false, nesting + 1);
            return;
        }
        spend(value.size());
        List<String> texts = BinaryValues.texts(bytes, value.type(), value.at(), value.size());
        for (int i = 0; i < texts.size(); i++) {
            count();
            if (i > 0 && !open.isEmpty()) {
                sink.end(open.getLast());
                sink.start(open.getLast(), Map.of(), 0);
            }
            sink.text(texts.get(i));
        }
    }

    private int template(int at, int nesting) throws DamagedException {
        int definition = bytes.size(at + 6);
        int place = at + 10;
        int size = bytes.size(definition + TEMPLATE_HEADER - 4);
        if (definition == place) {
            place += TEMPLATE_HEADER + size;
        }
        int count = bytes.size(place);
        bytes.need(place + 4, 4 * count);
        List<Value> values = new ArrayList<>(count);
        int descriptor = place + 4;
        place = descriptor + 4 * count;
        for (int i = 0; i < count; i++) {
            count();
            Value value = new Value(bytes.u8(descriptor + 4 * i + 2), place, bytes.u16(descriptor + 4 * i));
            bytes.need(value.at(), value.size());
            values.add(value);
            place += value.size();
        }
        int body = definition + TEMPLATE_HEADER;
        bytes.need(body, size);
        fragment(body, body + size, values, true, nesting + 1);
        return place;
    }

    /** A name is written where it is used first; later uses refer to it. */
    private Name name(int at) throws DamagedException {
        int place = bytes.size(at);
        int length = bytes.u16(place + 6);
        spend(length);
        String text = bytes.utf16(place + 8, length);
        return new Name(text, place == at + 4 ? place + 8 + 2 * length + 2 : at + 4);
    }

    private static String entity(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> "&" + name + ";";
        };
    }
}
