package org.ipsecworkbench.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads JSON, also such as consoles print it: with lines inside of strings, several documents in a row, and an end that is
 * missing. Never throws for content, and grows no further than {@link JsonLimits}.
 */
public final class JsonReader {
    /**
     * What was read.
     *
     * @param roots the documents, usually one; the last may lack what stood behind the damage
     * @param damage what is wrong there, as the end of a sentence; empty where all was read
     * @param damagedLine from 1; 0 where all was read
     */
    public record Result(List<JsonValue> roots, String damage, int damagedLine) {}

    /** Jackson appends the place once more, and our own names of it are shorter. */
    private static final Pattern PLACE = Pattern.compile("\\s*\\(?(?:at \\[Source|start marker at).*", Pattern.DOTALL);

    /** Longer numbers are none that anything here counts; Jackson's own limit. */
    private static final int MAX_NUMBER = 1000;

    private static final int MAX_MESSAGE = 200;

    private final JsonParser parser;
    private final int maxValues;
    private int values;

    private JsonReader(JsonParser parser, int maxValues) {
        this.parser = parser;
        this.maxValues = maxValues;
    }

    /** Reads a stream to its end, or to the limit; closing stays with the caller. */
    public static Result read(InputStream in, JsonLimits limits) throws IOException {
        return read(in.readNBytes(limits.maxBytes() + 1), limits);
    }

    /** Reads a text. */
    public static Result read(String text, JsonLimits limits) {
        return read(text.getBytes(StandardCharsets.UTF_8), limits);
    }

    /** Reads UTF-8, UTF-16 or UTF-32, told apart as RFC 4627 does. */
    public static Result read(byte[] bytes, JsonLimits limits) {
        List<JsonValue> roots = new ArrayList<>();
        int length = Math.min(bytes.length, limits.maxBytes());
        try (JsonParser parser = factory(limits).createParser(bytes, 0, length)) {
            JsonReader reader = new JsonReader(parser, limits.maxValues());
            try {
                while (parser.nextToken() != null) {
                    reader.value(roots);
                }
            } catch (IOException e) {
                return new Result(List.copyOf(roots), reason(e), line(parser));
            }
            return bytes.length > length
                    ? new Result(List.copyOf(roots), "it is longer than " + length + " bytes", line(parser))
                    : new Result(List.copyOf(roots), "", 0);
        } catch (IOException e) {
            // The very first bytes are of no encoding; nothing else can fail in memory.
            return new Result(List.copyOf(roots), reason(e), 1);
        }
    }

    private static JsonFactory factory(JsonLimits limits) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.maxDepth())
                        .maxStringLength(limits.maxText())
                        .maxNameLength(limits.maxText())
                        .maxNumberLength(MAX_NUMBER)
                        .build())
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                // Names of a hostile file would stay for the life of the process, and can be made to collide.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .build();
    }

    /** Hands on each value even where its end is missing. */
    private void value(List<JsonValue> into) throws IOException {
        if (++values > maxValues) {
            throw new IOException("it has more than " + maxValues + " values");
        }
        int line = parser.currentTokenLocation().getLineNr();
        JsonToken token = parser.currentToken();
        switch (token) {
            case START_OBJECT -> members(into, line);
            case START_ARRAY -> elements(into, line);
            case VALUE_STRING -> into.add(new JsonValue.Text(parser.getText(), line));
            default -> into.add(new JsonValue.Literal(parser.getText(), line));
        }
    }

    private void members(List<JsonValue> into, int line) throws IOException {
        List<JsonValue.Member> members = new ArrayList<>();
        try {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                List<JsonValue> one = new ArrayList<>(1);
                try {
                    value(one);
                } finally {
                    one.forEach(value -> members.add(new JsonValue.Member(name, value)));
                }
            }
        } finally {
            into.add(new JsonValue.Members(members, line));
        }
    }

    private void elements(List<JsonValue> into, int line) throws IOException {
        List<JsonValue> elements = new ArrayList<>();
        try {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(elements);
            }
        } finally {
            into.add(new JsonValue.Elements(elements, line));
        }
    }

    private static int line(JsonParser parser) {
        return Math.max(1, parser.currentLocation().getLineNr());
    }

    private static String reason(IOException e) {
        String message = e instanceof JsonProcessingException jackson ? jackson.getOriginalMessage() : e.getMessage();
        String first = PLACE.matcher(message == null ? e.getClass().getSimpleName() : message)
                .replaceFirst("")
                .replaceAll("\\p{Cntrl}", " ");
        return first.length() > MAX_MESSAGE ? first.substring(0, MAX_MESSAGE) + "…" : first;
    }
}
