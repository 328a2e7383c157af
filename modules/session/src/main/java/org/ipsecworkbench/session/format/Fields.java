package org.ipsecworkbench.session.format;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.json.JsonValue;
import org.ipsecworkbench.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** The members of one object of the manifest: what is taken is known, what is left at the end a newer version wrote. */
final class Fields {
    /** Longer clock offsets than a hundred years are none. */
    private static final BigDecimal MAX_SECONDS = BigDecimal.valueOf(100L * 366 * 86_400);

    private final Map<String, JsonValue> left = new LinkedHashMap<>();
    private final String where;
    private final ProblemLog problems;

    Fields(JsonValue.Members object, String where, ProblemLog problems) {
        this.where = where;
        this.problems = problems;
        for (JsonValue.Member member : object.members()) {
            if (left.putIfAbsent(member.name(), member.value()) != null) {
                problem(member.value(), "\"" + member.name() + "\" is there twice; the first counts");
            }
        }
    }

    String text(String name) {
        JsonValue value = left.remove(name);
        if (value == null
                || value instanceof JsonValue.Literal literal && literal.value().equals("null")) {
            return "";
        }
        if (value instanceof JsonValue.Members || value instanceof JsonValue.Elements) {
            problem(value, "\"" + name + "\" is no text");
            return "";
        }
        return value.scalar();
    }

    @Nullable
    Instant time(String name) {
        @Nullable JsonValue value = left.get(name);
        String text = text(name);
        if (text.isEmpty() || value == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            problem(value, "\"" + name + "\" is no time of ISO 8601");
            return null;
        }
    }

    /** A number of bytes; -1 where there is none. */
    long size(String name) {
        @Nullable JsonValue value = left.get(name);
        String text = text(name);
        if (text.isEmpty() || value == null) {
            return -1;
        }
        if (!text.matches("\\d{1,18}")) {
            problem(value, "\"" + name + "\" is no number of bytes");
            return -1;
        }
        return Long.parseLong(text);
    }

    Optional<Duration> seconds(String name) {
        @Nullable JsonValue value = left.get(name);
        String text = text(name);
        if (text.isEmpty() || value == null) {
            return Optional.empty();
        }
        if (!text.matches("-?\\d{1,12}(\\.\\d{1,12})?")
                || new BigDecimal(text).abs().compareTo(MAX_SECONDS) > 0) {
            problem(value, "\"" + name + "\" is no number of seconds that a clock is off");
            return Optional.empty();
        }
        return Optional.of(
                Duration.ofNanos(new BigDecimal(text).movePointRight(9).longValue()));
    }

    boolean isTrue(String name) {
        return text(name).equals("true");
    }

    Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        JsonValue value = left.remove(name);
        if (value instanceof JsonValue.Members object) {
            object.members()
                    .forEach(member ->
                            texts.putIfAbsent(member.name(), member.value().scalar()));
        } else if (value != null) {
            problem(value, "\"" + name + "\" is no object");
        }
        return texts;
    }

    List<JsonValue.Members> objects(String name) {
        List<JsonValue.Members> objects = new ArrayList<>();
        JsonValue value = left.remove(name);
        if (value instanceof JsonValue.Elements array) {
            for (JsonValue element : array.elements()) {
                if (element instanceof JsonValue.Members object) {
                    objects.add(object);
                } else {
                    problem(element, "An element of \"" + name + "\" is no object");
                }
            }
        } else if (value != null) {
            problem(value, "\"" + name + "\" is no array");
        }
        return objects;
    }

    /** What nobody took, as text; empty where there is nothing. */
    String others() {
        JsonWriter json = new JsonWriter();
        left.forEach(json::put);
        return left.isEmpty() ? "" : JsonWriter.compact(json.build());
    }

    private void problem(JsonValue value, String what) {
        problems.add("session.json, line " + value.line(), where + ": " + what + ".");
    }
}
