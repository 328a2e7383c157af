package org.ipsecworkbench.hostconnection.known;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads hosts from lists that others keep: tables with a header (CSV, semicolons or tabs) and inventories of Ansible in the
 * form of INI or YAML. Passwords in them are never taken.
 */
public final class HostImport {
    /**
     * What was read.
     *
     * @param hosts each name once, in the order of the file
     * @param problems what was left out and why, in words with its line
     */
    public record Result(List<KnownHost> hosts, List<String> problems) {}

    private static final int MAX_BYTES = 16 << 20;
    private static final int MAX_PROBLEMS = 100;
    private static final Pattern YAML = Pattern.compile("---.*|%YAML.*|[\"']?[\\w.-]+[\"']?:( .*)?|\\{.*");

    private final List<KnownHost> hosts = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private int leftOut;

    HostImport() {}

    /**
     * Reads a file, whose kind is told by its first line.
     *
     * @throws IOException where it cannot be read
     */
    public static Result read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            return new Result(
                    List.of(),
                    List.of("The file has more than " + (MAX_BYTES >> 20) + " MB, which is no list of hosts."));
        }
        return parse(new String(bytes, StandardCharsets.UTF_8));
    }

    /** Reads a text. */
    static Result parse(String text) {
        String content = text.startsWith("\ufeff") ? text.substring(1) : text;
        String first = content.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .findFirst()
                .orElse("");
        HostImport into = new HostImport();
        if (HostTable.isHeader(first)) {
            new HostTable(into).read(content, first);
        } else if (YAML.matcher(first).matches()) {
            new YamlInventory(into).read(content);
        } else {
            new IniInventory(into).read(content.lines().toList());
        }
        return into.result();
    }

    /** Keeps a host, unless another of its name came before. */
    void add(int line, KnownHost host) {
        if (hosts.size() == KnownHosts.MAX_HOSTS) {
            leftOut++;
        } else if (names.add(host.name().toLowerCase(Locale.ROOT))) {
            hosts.add(host);
        } else {
            problem(line, "There is another host of the name " + host.name() + ". This one is left out.");
        }
    }

    void problem(int line, String what) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add("line " + line + ": " + what);
        }
    }

    private Result result() {
        if (leftOut > 0) {
            problems.add(leftOut + " hosts beyond the first " + KnownHosts.MAX_HOSTS + " are left out.");
        }
        if (hosts.isEmpty() && problems.isEmpty()) {
            problems.add("No host stands there.");
        }
        return new Result(List.copyOf(hosts), List.copyOf(problems));
    }
}
