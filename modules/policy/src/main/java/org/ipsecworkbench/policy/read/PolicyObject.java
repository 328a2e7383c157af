package org.ipsecworkbench.policy.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a policy of the Policy Agent in the registry: a key whose values have the names of the attributes that the
 * directory has ([MS-GPIPSEC] 2.2.1). Is built by one thread.
 */
final class PolicyObject {
    /** The classes of parts. */
    enum Kind {
        IPSECPOLICY,
        IPSECISAKMPPOLICY,
        IPSECNFA,
        IPSECNEGOTIATIONPOLICY,
        IPSECFILTER
    }

    /** A value and its line. */
    record Value(String text, int line) {}

    private static final Pattern KEY =
            Pattern.compile("(?i)(ipsecPolicy|ipsecISAKMPPolicy|ipsecNFA|ipsecNegotiationPolicy|ipsecFilter)"
                    + "\\{([0-9a-f-]{1,40})\\}");

    private final Kind kind;
    private final String id;
    private final String path;
    private final int line;
    private final Map<String, Value> values = new HashMap<>();

    private PolicyObject(Kind kind, String id, String path, int line) {
        this.kind = kind;
        this.id = id;
        this.path = path;
        this.line = line;
    }

    /** The part whose key this is; null where it is another key. */
    static @Nullable PolicyObject of(String path, int line) {
        Matcher key = KEY.matcher(path.substring(path.lastIndexOf('\\') + 1));
        return key.matches()
                ? new PolicyObject(Kind.valueOf(key.group(1).toUpperCase(Locale.ROOT)), key.group(2), path, line)
                : null;
    }

    void take(String name, String text, int valueLine) {
        values.put(name.toLowerCase(Locale.ROOT), new Value(text, valueLine));
    }

    Kind kind() {
        return kind;
    }

    /** Its GUID, as it stands. */
    String id() {
        return id;
    }

    /** The key. */
    String path() {
        return path;
    }

    /** The line of its key; 0 in a hive. */
    int line() {
        return line;
    }

    /** What tells it from all others: the store and its own name, lower case. */
    String identity() {
        return path.toLowerCase(Locale.ROOT);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Value value(String name) {
        return values.getOrDefault(name, new Value("", line));
    }

    /** Its binary data. */
    Octets data() {
        return new Octets(Octets.parse(value("ipsecdata").text));
    }

    /** What it is called; empty where it has no name. */
    String name() {
        return value("ipsecname").text.strip();
    }

    /** The identities of the parts of the same store that a value names, be they keys or distinguished names. */
    List<String> references(String name) {
        String store = path.substring(0, path.lastIndexOf('\\') + 1);
        List<String> found = new ArrayList<>();
        Matcher reference = KEY.matcher(decoded(value(name).text));
        while (reference.find()) {
            found.add((store + reference.group()).toLowerCase(Locale.ROOT));
        }
        return found;
    }

    /** Lists of texts are bytes in an export. */
    private static String decoded(String text) {
        return text.regionMatches(true, 0, "hex(", 0, 4)
                ? new String(Octets.parse(text), StandardCharsets.UTF_16LE)
                : text;
    }
}
