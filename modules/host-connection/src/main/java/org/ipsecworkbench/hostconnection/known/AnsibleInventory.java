package org.ipsecworkbench.hostconnection.known;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.hostconnection.AuthenticationMethod;
import org.jspecify.annotations.Nullable;

/**
 * Reads an inventory of Ansible in the form of INI: hosts with their variables, groups, {@code :vars}, {@code :children} and
 * ranges such as {@code srv[01:20]}. The first group of a host becomes its group, further ones become tags. Of the variables
 * those count by which its WinRM is reached, with the defaults of Ansible.
 *
 * @see <a href="https://docs.ansible.com/ansible/latest/inventory_guide/intro_inventory.html">the inventory</a>
 * @see <a href="https://docs.ansible.com/ansible/latest/os_guide/windows_winrm.html">its variables for WinRM</a>
 */
final class AnsibleInventory {
    private static final Pattern SECTION = Pattern.compile("\\[([^\\]:]{1,255})(?::(vars|children))?\\].*");
    private static final Pattern VARIABLE = Pattern.compile("([A-Za-z_]\\w{0,99})\\s*=\\s*(.*)");
    private static final Pattern RANGE = Pattern.compile("\\[(\\d{1,9}|[a-z]):(\\d{1,9}|[a-z])\\]");
    private static final int MAX_LINE = 4096;
    private static final int MAX_DEPTH = 20;
    private static final int MAX_GROUPS = 200;
    private static final int MAX_RANGES = 4;
    /** A host may stand in many places, but not in all. */
    private static final int MAX_NAMES = 10 * KnownHosts.MAX_HOSTS;

    /** A group, as far as it was read. */
    private static final class Group {
        final Map<String, String> variables = new HashMap<>();
        final Set<String> parents = new LinkedHashSet<>();
    }

    /** A host, as far as it was read. */
    private record Host(int line, Map<String, String> variables, Set<String> groups) {}

    private final HostImport into;
    private final Map<String, Group> groups = new HashMap<>();
    private final Map<String, Host> hosts = new LinkedHashMap<>();
    private boolean hasPasswords;
    private int named;

    AnsibleInventory(HostImport into) {
        this.into = into;
    }

    void read(List<String> lines) {
        String group = "ungrouped";
        String kind = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
                continue;
            }
            Matcher section = SECTION.matcher(line);
            if (line.length() > MAX_LINE) {
                into.problem(i + 1, "The line has more than " + MAX_LINE + " characters and is left out.");
            } else if (section.matches() && !RANGE.matcher(line).find()) {
                group = section.group(1).strip();
                kind = section.group(2) == null ? "" : section.group(2);
            } else {
                line(i + 1, line, group, kind);
            }
        }
        hosts.forEach(this::add);
        if (named >= MAX_NAMES) {
            into.problem(1, "The file names hosts more than " + MAX_NAMES + " times; the rest is left out.");
        }
        if (hasPasswords) {
            into.problem(1, "Passwords are not taken from files; give them to the keyring, or when asked.");
        }
    }

    private void line(int number, String line, String group, String kind) {
        switch (kind) {
            case "vars" -> {
                Matcher variable = VARIABLE.matcher(line);
                if (variable.matches()) {
                    group(group).variables.put(variable.group(1), unquoted(variable.group(2)));
                } else {
                    into.problem(number, "This is no variable and is left out.");
                }
            }
            case "children" -> group(line.split("\\s", 2)[0]).parents.add(group);
            default -> hosts(number, words(line), group);
        }
    }

    private void hosts(int number, List<String> words, String group) {
        Map<String, String> variables = new HashMap<>();
        for (String word : words.subList(1, words.size())) {
            Matcher variable = VARIABLE.matcher(word);
            if (variable.matches()) {
                variables.put(variable.group(1), unquoted(variable.group(2)));
            }
        }
        List<String> names = named < MAX_NAMES ? names(words.get(0), 0) : List.of();
        named += names.size();
        for (String name : names) {
            if (hosts.size() > KnownHosts.MAX_HOSTS) {
                return;
            }
            Host host = hosts.computeIfAbsent(name, key -> new Host(number, new HashMap<>(), new LinkedHashSet<>()));
            host.variables().putAll(variables);
            if (host.groups().size() < MAX_GROUPS) {
                host.groups().add(group);
            }
        }
    }

    /** Words are parted by blanks outside of quotes; what follows a {@code #} is a comment. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (char c : line.toCharArray()) {
            boolean isBlank = Character.isWhitespace(c) && quote == 0;
            if (c == '#' && word.isEmpty()) {
                break;
            }
            if (!isBlank) {
                word.append(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static String unquoted(String text) {
        boolean isQuoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return isQuoted ? text.substring(1, text.length() - 1) : text;
    }

    /** The names that a pattern with ranges stands for, no more than are kept. */
    private static List<String> names(String pattern, int ranges) {
        Matcher range = RANGE.matcher(pattern);
        if (!range.find() || ranges == MAX_RANGES) {
            return List.of(pattern);
        }
        String before = pattern.substring(0, range.start());
        List<String> rest = names(pattern.substring(range.end()), ranges + 1);
        boolean isNumber = Character.isDigit(range.group(1).charAt(0))
                && Character.isDigit(range.group(2).charAt(0));
        int first = isNumber ? Integer.parseInt(range.group(1)) : range.group(1).charAt(0);
        int last = isNumber ? Integer.parseInt(range.group(2)) : range.group(2).charAt(0);
        List<String> names = new ArrayList<>();
        for (int i = first; i <= last && names.size() <= KnownHosts.MAX_HOSTS; i++) {
            String at = isNumber
                    ? "0"
                                    .repeat(Math.max(
                                            0,
                                            range.group(1).length()
                                                    - Integer.toString(i).length()))
                            + i
                    : Character.toString(i);
            rest.stream().limit(KnownHosts.MAX_HOSTS + 1L - names.size()).forEach(end -> names.add(before + at + end));
        }
        return names;
    }

    private Group group(String name) {
        return groups.computeIfAbsent(name, key -> new Group());
    }

    private void add(String name, Host host) {
        Map<String, String> variables = new HashMap<>();
        inherit(host.groups(), variables, new HashSet<>(), 0);
        variables.putAll(host.variables());
        Map<String, String> all = new HashMap<>(group("all").variables);
        all.putAll(variables);
        hasPasswords |= all.keySet().stream().anyMatch(key -> key.contains("password") || key.endsWith("_pass"));
        String connection = all.getOrDefault("ansible_connection", "winrm");
        if (!connection.equals("winrm") && !connection.equals("psrp")) {
            into.problem(host.line(), name + " is not reached by WinRM (" + connection + ") and is left out.");
            return;
        }
        try {
            into.add(host.line(), host(name, all, host.groups()));
        } catch (IllegalArgumentException e) {
            into.problem(host.line(), e.getMessage() + " The host is left out.");
        }
    }

    /** Takes the variables of groups; those of a group count more than those of the groups that it is part of. */
    private void inherit(Set<String> names, Map<String, String> variables, Set<String> seen, int depth) {
        for (String name : names) {
            if (depth < MAX_DEPTH && seen.size() < MAX_GROUPS && seen.add(name) && groups.containsKey(name)) {
                group(name).variables.forEach(variables::putIfAbsent);
                inherit(group(name).parents, variables, seen, depth + 1);
            }
        }
    }

    private static KnownHost host(String name, Map<String, String> variables, Set<String> groups) {
        List<String> own = groups.stream()
                .filter(group -> !group.equals("ungrouped") && !group.equals("all"))
                .toList();
        String port = variables.getOrDefault("ansible_port", "5986");
        String scheme = variables.getOrDefault("ansible_winrm_scheme", port.equals("5985") ? "http" : "https");
        return new KnownHost(
                name,
                HostTable.address(variables.getOrDefault("ansible_host", name), scheme, port),
                method(variables.getOrDefault("ansible_winrm_transport", "")),
                variables.getOrDefault("ansible_user", ""),
                own.isEmpty() ? "" : own.get(0),
                own.size() < 2 ? List.of() : own.subList(1, own.size()),
                "",
                "",
                List.of());
    }

    /** Of several, or of one that is not known here, the workbench chooses by itself. */
    private static @Nullable AuthenticationMethod method(String transport) {
        return switch (transport) {
            case "ntlm", "kerberos", "basic", "certificate" -> KnownHostsText.method(transport);
            default -> null;
        };
    }
}
