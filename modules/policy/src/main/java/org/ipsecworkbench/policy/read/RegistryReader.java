package org.ipsecworkbench.policy.read;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.policy.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Reads exports of the registry, {@code .reg} files and output of {@code reg query}, of the stores of policies.
 *
 * <p>Connection security rules are text there ([MS-GPFAS], connection security rule grammar). The parts of a policy of the
 * Policy Agent are keys with binary data ([MS-GPIPSEC] 2.2.1).
 */
final class RegistryReader {
    private static final Pattern KEY = Pattern.compile("^\\s*\\[?((?:HKEY_|HKLM|HKCU)[^\\]]*)\\]?\\s*$");
    private static final Pattern EXPORTED = Pattern.compile("^\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|@)\\s*=\\s*(.*)$");
    private static final Pattern QUERIED = Pattern.compile("^\\s+(\\S.*?)\\s{2,}(REG_[A-Z_]+)\\s*(.*)$");

    /** Names of the grammar by our keys. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("name", "name"),
            Map.entry("desc", "description"),
            Map.entry("active", "enabled"),
            Map.entry("action", "action"),
            Map.entry("profile", "profiles"),
            Map.entry("protocol", "protocol"),
            Map.entry("ep1_4", "endpoint1"),
            Map.entry("ep1_6", "endpoint1"),
            Map.entry("ep2_4", "endpoint2"),
            Map.entry("ep2_6", "endpoint2"),
            Map.entry("ep1port", "port1"),
            Map.entry("ep2port", "port2"),
            Map.entry("embedctxt", "grouping"));

    /** FW_CS_RULE_ACTION ([MS-FASP] 2.2.53) as netsh calls them. */
    private static final Map<String, String> ACTIONS = Map.of(
            "secureserver", "RequireInRequestOut",
            "boundary", "RequestInRequestOut",
            "secure", "RequireInRequireOut",
            "donotsecure", "NoAuthentication");

    private final Reading reading;
    private final RegistrySets sets = new RegistrySets();
    private final PolicyObjects objects;
    /** Rules with the keys in which they and their sets are. */
    private final Map<Block, String> ruleStores = new LinkedHashMap<>();

    private String key = "";
    private @Nullable Block globals;
    private @Nullable ActivePolicy active;

    /** The value that names the key of the active policy. */
    private record ActivePolicy(String value, int line) {}

    RegistryReader(Reading reading) {
        this.reading = reading;
        objects = new PolicyObjects(reading);
    }

    /** Whether a text is an export. */
    static boolean recognises(String head) {
        String plain = head.stripLeading();
        return plain.startsWith("Windows Registry Editor") || plain.startsWith("REGEDIT4") || plain.startsWith("HKEY_");
    }

    static void read(String text, Reading reading) {
        RegistryReader reader = new RegistryReader(reading);
        StringBuilder joined = new StringBuilder();
        int line = 0;
        int first = 1;
        for (String one : text.split("\r\n|\n|\r", -1)) {
            line++;
            joined.append(joined.isEmpty() ? one : one.strip());
            boolean goesOn = one.endsWith("\\") && one.contains(",");
            if (goesOn) {
                joined.setLength(joined.length() - 1);
            } else {
                reader.line(joined.toString(), first);
                joined.setLength(0);
                first = line + 1;
            }
        }
        reader.finish();
    }

    private void line(String text, int line) {
        Matcher key = KEY.matcher(text);
        if (key.matches()) {
            open(key.group(1).strip(), line);
            return;
        }
        Matcher exported = EXPORTED.matcher(text);
        Matcher queried = QUERIED.matcher(text);
        if (exported.matches()) {
            String name = exported.group(1) == null ? "" : exported.group(1);
            value(unescaped(name), exportedValue(exported.group(2)), line);
        } else if (queried.matches()) {
            value(queried.group(1), queried.group(3).strip(), line);
        } else if (!text.isBlank() && line > 1) {
            reading.unknown("", text.strip(), line);
        }
    }

    /** A key begins. */
    void open(String name, int line) {
        key = name;
        objects.open(name, line);
    }

    private static Origin origin(String key) {
        String plain = key.toLowerCase(Locale.ROOT);
        boolean isOfGpo = plain.contains("\\policies\\microsoft\\windowsfirewall") || plain.contains("\\policy\\cache");
        return new Origin(isOfGpo ? Origin.Kind.GPO : Origin.Kind.LOCAL, "");
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('\\') + 1);
    }

    /** A value of the key that began last. */
    void value(String name, String value, int line) {
        String plain = name.toLowerCase(Locale.ROOT);
        if (last(key).equalsIgnoreCase("ConSecRules")) {
            rule(value, line);
        } else if (sets.take(key, name, value, line) || objects.take(name, value, line)) {
            return;
        } else if (plain.equals("activepolicy")) {
            active = new ActivePolicy(value, line);
        } else if (plain.equals("dsipsecpolicyname")) {
            assignment(name, value, line);
        } else if (plain.equals("nodefaultexempt") || plain.equals("strongcrlcheck") || plain.equals("enablelogging")) {
            global(name, value, line);
        } else {
            reading.unknown(name, value, line);
        }
    }

    private void assignment(String name, String value, int line) {
        Block block = reading.begin(BlockKind.ASSIGNMENT, line, Origin.UNKNOWN);
        if (block != null) {
            reading.add(block, "adpolicy", name, value, line);
        }
    }

    private void global(String name, String value, int line) {
        if (globals == null) {
            globals = reading.begin(BlockKind.GLOBAL, line, Origin.UNKNOWN);
        }
        if (globals != null) {
            reading.add(globals, name.toLowerCase(Locale.ROOT), name, value, line);
        }
    }

    private void rule(String value, int line) {
        Block block = value.indexOf('|') < 0 ? null : reading.begin(BlockKind.CONSEC, line, origin(key));
        if (block == null) {
            reading.unknown("ConSecRules", value, line);
            return;
        }
        ruleStores.put(block, key.substring(0, Math.max(0, key.lastIndexOf('\\'))));
        for (String field : value.split("\\|")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                String name = field.substring(0, equals);
                String ours = FIELDS.getOrDefault(name.toLowerCase(Locale.ROOT), "");
                String text = field.substring(equals + 1);
                String word = ours.equals("action")
                        ? ACTIONS.getOrDefault(text.toLowerCase(Locale.ROOT).replace("_", ""), text)
                        : text;
                reading.add(block, ours, name, word, line);
            }
        }
        for (String endpoint : new String[] {"endpoint1", "endpoint2"}) {
            if (!block.has(endpoint)) {
                reading.add(block, endpoint, "", "any", line);
            }
        }
    }

    /** What values say of other keys. */
    void finish() {
        ruleStores.forEach((block, store) -> sets.resolve(block, store, reading));
        objects.finish(active == null ? "" : active.value(), active == null ? 0 : active.line());
    }

    private static String exportedValue(String text) {
        String plain = text.strip();
        boolean isString = plain.length() >= 2 && plain.startsWith("\"") && plain.endsWith("\"");
        return isString ? unescaped(plain.substring(1, plain.length() - 1)) : plain;
    }

    private static String unescaped(String text) {
        return text.replace("\\\"", "\"").replace("\\\\", "\\");
    }
}
