package org.ipsecworkbench.capture.detail;

import java.util.HashMap;
import java.util.Map;

/** Names of a field's numbers. */
final class Names {
    private final Map<Long, String> names = new HashMap<>();

    private Names() {}

    /** From lines of a number, decimal or with 0x, and a name. */
    static Names of(String lines) {
        Names all = new Names();
        for (String line : lines.lines().toList()) {
            int space = line.indexOf(' ');
            all.names.put(Long.decode(line.substring(0, space)), line.substring(space + 1));
        }
        return all;
    }

    /** The name; empty where the number has none. */
    String get(long number) {
        return names.getOrDefault(number, "");
    }

    /** The name, or the number with a word in front where it has none. */
    String get(long number, String word) {
        return names.getOrDefault(number, word + " " + number);
    }

    /** {@code 6 (TCP)}. */
    String decimal(long number) {
        return Words.with(Long.toUnsignedString(number), get(number));
    }

    /** {@code 0x0800 (IPv4)}. */
    String hex(long number, int digits) {
        return Words.with(Words.hex(number, digits), get(number));
    }
}
