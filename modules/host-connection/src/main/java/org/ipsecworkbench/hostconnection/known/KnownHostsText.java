package org.ipsecworkbench.hostconnection.known;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.hostconnection.AuthenticationMethod;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.jspecify.annotations.Nullable;

/**
 * The text of the file of known hosts: a section in brackets for each host, with lines of key and value: {@code address},
 * {@code auth}, {@code user}, {@code group}, {@code tags} (with commas), {@code pin}, {@code certificate}, {@code authorities} and any number of {@code note}. Lines
 * that begin with {@code #} are comments, which are not kept.
 */
final class KnownHostsText {
    private static final String COMMENT =
            "# Hosts that IPsec Workbench knows: the window and the command line share this file."
                    + "\n# It holds no passwords.\n";
    private static final String VERSION = "version = 1";
    private static final Pattern SECTION = Pattern.compile("\\[(.{1,255})\\]");
    private static final Pattern PAIR = Pattern.compile("([A-Za-z0-9-]{1,64})\\s*=\\s*(.*)");
    private static final int MAX_LINE = 4096;
    private static final int MAX_PROBLEMS = 100;

    private final List<KnownHost> hosts = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> head = new ArrayList<>();
    private final List<String> damaged = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private KnownHostsText() {}

    static KnownHosts parse(String text) {
        KnownHostsText reader = new KnownHostsText();
        reader.read(text.lines().toList());
        return new KnownHosts(reader.hosts, reader.problems, reader.head, reader.damaged);
    }

    private void read(List<String> lines) {
        int start = -1;
        for (int i = 0; i <= lines.size(); i++) {
            boolean isEnd = i == lines.size();
            if (!isEnd && !SECTION.matcher(lines.get(i).strip()).matches()) {
                String line = lines.get(i).strip();
                if (start < 0 && !isComment(line) && !line.equals(VERSION)) {
                    head.add(line);
                }
                continue;
            }
            if (start >= 0) {
                section(lines.subList(start, i), start + 1);
            }
            start = i;
        }
    }

    private void section(List<String> lines, int number) {
        try {
            if (hosts.size() == KnownHosts.MAX_HOSTS) {
                throw new IllegalArgumentException("No more than " + KnownHosts.MAX_HOSTS + " hosts are kept.");
            }
            KnownHost host = host(lines);
            if (!names.add(host.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("There is another host of the name " + host.name() + ".");
            }
            hosts.add(host);
        } catch (IllegalArgumentException e) {
            if (problems.size() < MAX_PROBLEMS) {
                problems.add("line " + number + ": " + e.getMessage() + " The host is left out.");
            }
            damaged.addAll(lines);
        }
    }

    private static KnownHost host(List<String> lines) {
        Matcher section = SECTION.matcher(lines.get(0).strip());
        String name = section.matches() ? section.group(1).strip() : "";
        HostAddress address = null;
        AuthenticationMethod method = null;
        String user = "";
        String group = "";
        List<String> tags = List.of();
        String pin = "";
        String certificate = "";
        String authorities = "";
        List<String> notes = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String raw : lines.subList(1, lines.size())) {
            String line = raw.strip();
            if (isComment(line)) {
                continue;
            }
            if (line.length() > MAX_LINE) {
                throw new IllegalArgumentException("A line has more than " + MAX_LINE + " characters.");
            }
            Matcher pair = PAIR.matcher(line);
            String value = pair.matches() ? pair.group(2) : "";
            switch (pair.matches() ? pair.group(1) : "") {
                case "address" -> address = HostAddress.parse(value);
                case "auth" -> method = method(value);
                case "user" -> user = value;
                case "group" -> group = value;
                case "tags" -> tags = tags(value);
                case "pin" -> pin = value;
                case "certificate" -> certificate = value;
                case "authorities" -> authorities = value;
                case "note" -> notes.add(value);
                default -> unknown.add(line);
            }
        }
        if (address == null) {
            throw new IllegalArgumentException("The host " + name + " has no address.");
        }
        // Empty lines at the end would not be written again.
        String text = String.join("\n", notes).stripTrailing();
        TlsFiles files = new TlsFiles(certificate, authorities);
        return new KnownHost(name, address, method, user, group, tags, pin, files, text, unknown);
    }

    private static boolean isComment(String line) {
        return line.isEmpty() || line.startsWith("#") || line.startsWith(";");
    }

    /** The method of a name as it stands in files, or null for an empty one. */
    static @Nullable AuthenticationMethod method(String text) {
        if (text.isEmpty()) {
            return null;
        }
        for (AuthenticationMethod method : AuthenticationMethod.values()) {
            if (method.key().equals(text.toLowerCase(Locale.ROOT))) {
                return method;
            }
        }
        throw new IllegalArgumentException("A method of authentication is ntlm, kerberos, certificate or basic.");
    }

    static List<String> tags(String text) {
        return List.of(text.split("[,\\s]+")).stream()
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    static String format(KnownHosts known) {
        StringBuilder text = new StringBuilder(COMMENT);
        if (known.head().stream().noneMatch(line -> line.startsWith("version"))) {
            text.append(VERSION).append('\n');
        }
        known.head().forEach(line -> text.append(line).append('\n'));
        for (KnownHost host : known.hosts()) {
            text.append("\n[").append(host.name()).append("]\n");
            line(text, "address", host.address().toString());
            line(text, "auth", host.method() == null ? "" : host.method().key());
            line(text, "user", host.user());
            line(text, "group", host.group());
            line(text, "tags", String.join(", ", host.tags()));
            line(text, "pin", host.pin());
            line(text, "certificate", host.files().certificate());
            line(text, "authorities", host.files().authorities());
            host.notes()
                    .lines()
                    .forEach(note -> text.append("note = ").append(note).append('\n'));
            host.unknown().forEach(line -> text.append(line).append('\n'));
        }
        if (!known.damaged().isEmpty()) {
            text.append('\n');
            known.damaged().forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        if (!value.isEmpty()) {
            text.append(key).append(" = ").append(value).append('\n');
        }
    }
}
