package org.ipsecworkbench.policy.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses JSON (RFC 8259), keeping what stands before the first damage. PowerShell and consoles cut and wrap long output, so a
 * file that ends early is still worth reading.
 */
final class JsonParser {
    /** The rest cannot be read. */
    private static final class DamagedException extends Exception {
        private static final long serialVersionUID = 1;

        DamagedException(String message) {
            super(message);
        }
    }

    private static final int EOF = -1;
    private static final int HEX_DIGITS = 4;

    private final String text;
    private final Reading reading;
    private int at;
    private int line = 1;
    private int values;

    private JsonParser(String text, Reading reading) {
        this.text = text;
        this.reading = reading;
    }

    /** The value; what is damaged in it is a problem. */
    static JsonValue parse(String text, Reading reading) {
        JsonParser parser = new JsonParser(text, reading);
        List<JsonValue> roots = new ArrayList<>();
        try {
            while (parser.peek() != EOF) {
                parser.value(roots, 0);
            }
        } catch (DamagedException e) {
            reading.problem(parser.line, "The JSON ends or is damaged here: " + e.getMessage() + ".");
        }
        return new JsonValue.Elements(roots, 1);
    }

    /** Hands on each value before it is whole, so that the beginning of one that is cut is kept. */
    private void value(List<JsonValue> into, int depth) throws DamagedException {
        if (depth > reading.limits().maxDepth()) {
            throw new DamagedException("it is nested too deep");
        }
        if (++values > reading.limits().maxObjects() * (long) reading.limits().maxSettings()) {
            throw new DamagedException("it has too many values");
        }
        switch (peek()) {
            case '{' -> members(into, depth);
            case '[' -> elements(into, depth);
            case '"' -> {
                int begin = line;
                into.add(new JsonValue.Scalar(string(), begin));
            }
            default -> into.add(new JsonValue.Scalar(word(), line));
        }
    }

    private void members(List<JsonValue> into, int depth) throws DamagedException {
        List<JsonValue.Member> members = new ArrayList<>();
        into.add(new JsonValue.Members(members, line));
        at++;
        while (peek() != '}') {
            if (peek() == ',') {
                at++;
                continue;
            }
            String name = string();
            if (peek() != ':') {
                throw new DamagedException("a name has no value");
            }
            at++;
            List<JsonValue> one = new ArrayList<>(1);
            try {
                value(one, depth + 1);
            } finally {
                one.forEach(value -> members.add(new JsonValue.Member(name, value)));
            }
        }
        at++;
    }

    private void elements(List<JsonValue> into, int depth) throws DamagedException {
        List<JsonValue> elements = new ArrayList<>();
        into.add(new JsonValue.Elements(elements, line));
        at++;
        while (peek() != ']') {
            if (peek() == ',') {
                at++;
            } else {
                value(elements, depth + 1);
            }
        }
        at++;
    }

    private String word() throws DamagedException {
        int from = at;
        while (at < text.length() && ",]}{[\":".indexOf(text.charAt(at)) < 0 && text.charAt(at) > ' ') {
            at++;
        }
        if (at == from) {
            throw new DamagedException(at == text.length() ? "the text ends" : "a value is missing");
        }
        String word = text.substring(from, at);
        return word.equals("null") ? "" : word;
    }

    private String string() throws DamagedException {
        if (peek() != '"') {
            throw new DamagedException("a name is missing");
        }
        at++;
        StringBuilder string = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return string.toString();
            }
            if (c == '\n') {
                line++;
            } else if (c == '\\') {
                string.append(escaped());
            } else if (c != '\r') {
                string.append(c);
            }
        }
        throw new DamagedException("a string does not end");
    }

    private char escaped() throws DamagedException {
        if (at == text.length()) {
            throw new DamagedException("a string does not end");
        }
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            default -> c;
        };
    }

    private char unicode() throws DamagedException {
        int end = at + HEX_DIGITS;
        @Nullable String digits = end > text.length() ? null : text.substring(at, end);
        if (digits == null || !digits.matches("[0-9a-fA-F]{4}")) {
            throw new DamagedException("an escaped character is none");
        }
        at = end;
        return (char) Integer.parseInt(digits, 16);
    }

    private int peek() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            if (text.charAt(at) == '\n') {
                line++;
            }
            at++;
        }
        return at < text.length() ? text.charAt(at) : EOF;
    }
}
