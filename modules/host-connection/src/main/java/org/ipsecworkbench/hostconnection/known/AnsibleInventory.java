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
 * An inventory of Ansible, whatever the form in which it is written: hosts with their variables, groups and which of them are
 * part of others. The first group of a host becomes its group, further ones become tags. Of the variables those count by which
 * its WinRM is reached, with the defaults of Ansible.
 *
 * @see <a href="https://docs.ansible.com/ansible/latest/inventory_guide/intro_inventory.html">the inventory</a>
 * @see <a href="https://docs.ansible.com/ansible/latest/os_guide/windows_winrm.html">its variables for WinRM</a>
 */
final class AnsibleInventory {
    /** The group of hosts that are in no other. */
    static final String UNGROUPED = "ungrouped";

    /** The group that all others are part of. */
    static final String ALL = "all";

    /** A range within a host's name, such as {@code [01:20]}. */
    static final Pattern RANGE = Pattern.compile("\\[(\\d{1,9}|[a-z]):(\\d{1,9}|[a-z])\\]");

    /** How deep groups may be part of one another. */
    static final int MAX_DEPTH = 20;

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

    /** A variable of a group. */
    void variable(String group, String name, String value) {
        group(group).variables.put(name, value);
    }

    /** One group is part of another. */
    void child(String group, String parent) {
        group(group).parents.add(parent);
    }

    /** Hosts of a group, by a name that may have ranges; what was said of one before still counts. */
    void hosts(int line, String pattern, Map<String, String> variables, String group) {
        List<String> names = named < MAX_NAMES ? names(pattern, 0) : List.of();
        named += names.size();
        for (String name : names) {
            if (hosts.size() > KnownHosts.MAX_HOSTS) {
                return;
            }
            Host host = hosts.computeIfAbsent(name, key -> new Host(line, new HashMap<>(), new LinkedHashSet<>()));
            host.variables().putAll(variables);
            if (host.groups().size() < MAX_GROUPS) {
                host.groups().add(group);
            }
        }
    }

    /** Gives all hosts, once everything was read. */
    void finish() {
        hosts.forEach(this::add);
        if (named >= MAX_NAMES) {
            into.problem(1, "The file names hosts more than " + MAX_NAMES + " times; the rest is left out.");
        }
        if (hasPasswords) {
            into.problem(1, "Passwords are not taken from files; give them to the keyring, or when asked.");
        }
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
        Map<String, String> all = new HashMap<>(group(ALL).variables);
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
                .filter(group -> !group.equals(UNGROUPED) && !group.equals(ALL))
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
