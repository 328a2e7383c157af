package org.ipsecworkbench.lab.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The arguments of a netsh command: words first, then values with a name before {@code =}. */
final class NetshArguments {
    private final List<String> words = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    NetshArguments(List<String> arguments) {
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 0) {
                words.add(argument.toLowerCase(Locale.ROOT));
            } else {
                names.add(argument.substring(0, equals).toLowerCase(Locale.ROOT));
                values.add(argument.substring(equals + 1));
            }
        }
    }

    /** The word at this place in lower case, or the empty text. */
    String word(int index) {
        return index < words.size() ? words.get(index) : "";
    }

    /** The first words, with blanks between. */
    String command(int count) {
        return String.join(" ", words.subList(0, Math.min(count, words.size())));
    }

    /** The value of this name, or null. */
    @Nullable
    String value(String name) {
        int index = names.indexOf(name);
        return index < 0 ? null : values.get(index);
    }

    String value(String name, String otherwise) {
        return Objects.requireNonNullElse(value(name), otherwise);
    }

    /**
     * The value of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    String required(String name) {
        String value = value(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }

    boolean is(String name, boolean otherwise) {
        String value = value(name);
        return value == null ? otherwise : value.toLowerCase(Locale.ROOT).startsWith("y");
    }

    /** A number of this name, or another. */
    int number(String name, int otherwise) {
        String value = value(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    List<String> names() {
        return names;
    }
}
