package org.ipsecworkbench.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Builds an object of JSON member by member. Not thread-safe. */
public final class JsonWriter {
    private final List<JsonValue.Member> members = new ArrayList<>();

    /** Adds a value. */
    public JsonWriter put(String name, JsonValue value) {
        members.add(new JsonValue.Member(name, value));
        return this;
    }

    /** Adds a text, also an empty one. */
    public JsonWriter put(String name, String value) {
        return put(name, new JsonValue.Text(value, 0));
    }

    /** Adds a text; nothing where it is empty. */
    public JsonWriter putKnown(String name, String value) {
        return value.isEmpty() ? this : put(name, value);
    }

    /** Adds a whole number. */
    public JsonWriter put(String name, long value) {
        return put(name, new JsonValue.Literal(Long.toString(value), 0));
    }

    /** Adds a truth value. */
    public JsonWriter put(String name, boolean value) {
        return put(name, new JsonValue.Literal(Boolean.toString(value), 0));
    }

    /** Adds an array. */
    public JsonWriter put(String name, List<? extends JsonValue> elements) {
        return put(name, new JsonValue.Elements(List.copyOf(elements), 0));
    }

    /** Adds the members of another object, after those that are there. */
    public JsonWriter putAll(JsonValue.Members others) {
        members.addAll(others.members());
        return this;
    }

    /** The object as it is now. */
    public JsonValue.Members build() {
        return new JsonValue.Members(members, 0);
    }

    /** The value in UTF-8, indented by two, with lines that end in a line feed everywhere. */
    public static byte[] indented(JsonValue value) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            write(value, json.setPrettyPrinter(printer));
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail", e);
        }
        return out.toByteArray();
    }

    /** The value on one line. */
    public static String compact(JsonValue value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            write(value, json);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void write(JsonValue value, JsonGenerator json) throws IOException {
        if (value instanceof JsonValue.Members object) {
            json.writeStartObject();
            for (JsonValue.Member member : object.members()) {
                json.writeFieldName(member.name());
                write(member.value(), json);
            }
            json.writeEndObject();
        } else if (value instanceof JsonValue.Elements array) {
            json.writeStartArray();
            for (JsonValue element : array.elements()) {
                write(element, json);
            }
            json.writeEndArray();
        } else if (value instanceof JsonValue.Text text) {
            json.writeString(text.value());
        } else if (value instanceof JsonValue.Literal literal) {
            json.writeRawValue(literal.value());
        }
    }
}
