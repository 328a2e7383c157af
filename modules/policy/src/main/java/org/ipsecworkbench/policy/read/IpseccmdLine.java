package org.ipsecworkbench.policy.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.policy.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A command of ipseccmd (XP) or ipsecpol (2000) that makes a rule, as the help of the Support Tools and of the Resource Kit
 * describes it. What {@code ipseccmd show} prints was not at hand.
 */
final class IpseccmdLine {
    private static final Pattern COMMAND =
            Pattern.compile("(?i)^\\s*(?:\\S*>\\s*)?ipsec(?:cmd|pol)(?:\\.exe)?\\s+(.*)$");
    private static final Pattern TOKEN = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\"?)+");
    private static final Pattern OPTION = Pattern.compile("-(\\d?[a-z]+)", Pattern.CASE_INSENSITIVE);

    /** {@code SOURCE/MASK:PORT=DESTINATION/MASK:PORT:PROTOCOL}; a plus sign in place of the equals sign mirrors it. */
    private static final Pattern FILTER = Pattern.compile(
            "([^/:=+]+)(?:/([^:=+]+))?(?::(\\d*))?([=+])" + "([^/:=+]+)(?:/([^:=+]+))?(?::(\\d*))?(?::(\\w+))?");

    private static final Pattern WILD = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){0,2})((?:\\.\\*){1,3})");
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,9})S", Pattern.CASE_INSENSITIVE);

    private final int line;
    private final Reading reading;
    private final Map<String, List<String>> options = new LinkedHashMap<>();

    private IpseccmdLine(int line, Reading reading) {
        this.line = line;
        this.reading = reading;
    }

    /** Reads one command, if the line is one that makes a rule; false if it is something else. */
    static boolean read(Line line, Reading reading) {
        Matcher command = COMMAND.matcher(line.text());
        return command.matches() && new IpseccmdLine(line.number(), reading).read(command.group(1));
    }

    private boolean read(String arguments) {
        Matcher token = TOKEN.matcher(arguments);
        List<String> values = new ArrayList<>();
        while (token.find()) {
            Matcher option = OPTION.matcher(token.group());
            if (option.matches()) {
                values = new ArrayList<>();
                options.put(option.group(1).toLowerCase(Locale.ROOT), values);
            } else {
                values.add(token.group());
            }
        }
        if (!options.containsKey("f")) {
            return false;
        }
        boolean isStored = options.containsKey("w");
        Origin origin = isStored ? Origin.UNKNOWN : new Origin(Origin.Kind.DYNAMIC, "");
        String policy = isStored ? plain(first("p").replaceFirst(":\\d+$", "")) : "";
        if (isStored) {
            policy(policy);
        }
        Map<String, List<String>> filters = new LinkedHashMap<>();
        for (String filter : options.getOrDefault("f", List.of())) {
            boolean isPermitted = filter.startsWith("[");
            boolean isBlocked = filter.startsWith("(");
            String action = isPermitted ? "permit" : isBlocked ? "block" : "";
            filters.computeIfAbsent(action, any -> new ArrayList<>()).add(filter.replaceAll("^[\\[(]|[\\])]$", ""));
        }
        filters.forEach((action, specifications) -> rule(policy, action, specifications, origin));
        return true;
    }

    private String first(String option) {
        List<String> values = options.getOrDefault(option, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    private static String plain(String text) {
        return text.replace("\"", "").strip();
    }

    private void policy(String name) {
        Block block = reading.begin(BlockKind.POLICY, line, Origin.UNKNOWN);
        if (block == null) {
            return;
        }
        add(block, "policyname", "-p", name);
        add(block, "store", "-w", first("w").toUpperCase(Locale.ROOT).startsWith("DS") ? "domain" : "local");
        if (options.containsKey("x") || options.containsKey("y")) {
            add(block, "assigned", options.containsKey("x") ? "-x" : "-y", options.containsKey("x") ? "yes" : "no");
        }
        Matcher seconds = SECONDS.matcher(first("1k"));
        if (seconds.find()) {
            add(block, "mmlifetime", "-1k", Long.parseLong(seconds.group(1)) / 60 + "min");
        }
        for (String offer : options.getOrDefault("1s", List.of())) {
            add(block, "mmoffers", "-1s", offer.replaceAll("(?i)-SHA-", "-SHA1-"));
        }
    }

    private void rule(String policy, String action, List<String> filters, Origin origin) {
        boolean isDefault = filters.stream().anyMatch(filter -> filter.equalsIgnoreCase("DEFAULT"));
        String name = plain(first("r")) + (action.isEmpty() ? "" : " (" + action + ")");
        String own = "line " + line + (action.isEmpty() ? "" : ", " + action);
        Block rule = reading.begin(BlockKind.LEGACY_RULE, line, origin);
        if (rule == null) {
            return;
        }
        add(rule, "rulename", "-r", name.isBlank() ? own : name);
        add(rule, "policyname", "-p", policy);
        add(rule, "filterlist", "-f", isDefault ? "<Dynamic>" : own);
        add(rule, "filteraction", "-n", own);
        if (options.containsKey("t")) {
            add(rule, "tunnel", "-t", first("t"));
        }
        methods(rule);
        for (String filter : filters) {
            filter(filter, own, origin);
        }
        action(action, own, origin);
    }

    private void methods(Block rule) {
        for (String method : options.getOrDefault("a", List.of())) {
            String plain = method.toUpperCase(Locale.ROOT);
            String value = plain(method.substring(method.indexOf(':') + 1));
            if (plain.startsWith("PRESHARE")) {
                add(rule, "psk", "-a PRESHARE", value);
            } else if (plain.startsWith("CERT")) {
                add(rule, "rootca", "-a CERT", value);
            } else if (plain.startsWith("KERBEROS")) {
                add(rule, "kerberos", "-a", "yes");
            }
        }
    }

    private void filter(String text, String list, Origin origin) {
        Matcher parts = FILTER.matcher(text);
        if (text.equalsIgnoreCase("DEFAULT")) {
            return;
        }
        Block filter = parts.matches() ? reading.begin(BlockKind.FILTER, line, origin) : null;
        if (filter == null) {
            reading.unknown("-f", text, line);
            return;
        }
        add(filter, "filterlistname", "-f", list);
        side(filter, "src", parts.group(1), parts.group(2), parts.group(3));
        side(filter, "dst", parts.group(5), parts.group(6), parts.group(7));
        String protocol = parts.group(8);
        add(filter, "protocol", "-f", protocol == null ? "any" : protocol);
        add(filter, "mirrored", "-f", parts.group(4).equals("+") ? "yes" : "no");
    }

    private void side(Block filter, String side, String address, @Nullable String mask, @Nullable String port) {
        Matcher wild = WILD.matcher(address);
        String text = switch (address) {
            case "0" -> "me";
            case "*" -> "any";
            default -> wild.matches() ? network(wild.group(1), wild.group(2).length() / 2) : address;
        };
        add(filter, side + "addr", "-f", text);
        if (mask != null) {
            add(filter, side + "mask", "-f", mask);
        }
        if (port != null && !port.isEmpty()) {
            add(filter, side + "port", "-f", port);
        }
    }

    /** {@code 10.*.*.*} is 10.0.0.0/8. */
    private static String network(String numbers, int stars) {
        return numbers + ".0".repeat(stars) + "/" + (32 - 8 * stars);
    }

    private void action(String special, String name, Origin origin) {
        Block action = reading.begin(BlockKind.FILTER_ACTION, line, origin);
        if (action == null) {
            return;
        }
        List<String> wanted = options.getOrDefault("n", List.of());
        String first = wanted.isEmpty() ? "" : wanted.get(0).toUpperCase(Locale.ROOT);
        String word = !special.isEmpty()
                ? special
                : first.equals("BLOCK") ? "block" : first.equals("PASS") ? "permit" : "negotiate";
        add(action, "filteractionname", "-n", name);
        add(action, "action", "-n", word);
        add(action, "inpass", "-n", wanted.stream().anyMatch("INPASS"::equalsIgnoreCase) ? "yes" : "no");
        add(action, "soft", "-soft", options.containsKey("soft") ? "yes" : "no");
        for (String offer : wanted) {
            if (offer.indexOf('[') > 0) {
                String sha1 = offer.replaceAll("(?i)\\bSHA\\b", "SHA1");
                Matcher rekey = Pattern.compile("\\](\\d+K/\\d+S|\\d+[KS])?(P)?", Pattern.CASE_INSENSITIVE)
                        .matcher(sha1);
                boolean hasPfs = rekey.find() && rekey.group(2) != null;
                add(action, "qmoffers", "-n", sha1.replaceFirst("(?i)\\]P?(\\d)", "]:$1"));
                if (hasPfs) {
                    add(action, "qmpfs", "-n", "yes");
                }
            }
        }
    }

    private void add(Block block, String key, String option, String value) {
        reading.add(block, key, option, value, line);
    }
}
