package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.hostconnection.known.KnownHosts;
import picocli.CommandLine.Model.CommandSpec;

/** The known hosts for people: a table without rules, columns as wide as their longest value. */
final class KnownHostsTable {
    private static final int PROBLEMS = 4;

    private KnownHostsTable() {}

    static void write(KnownHosts known, Writer out) throws IOException {
        if (known.hosts().isEmpty()) {
            out.write("No known host. 'ipsecwb host add NAME ADDRESS' adds one." + System.lineSeparator());
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("GROUP", "NAME", "ADDRESS", "USER", "TAGS"));
        for (KnownHost host : known.hosts()) {
            String method = host.method() == null ? "" : " (" + host.method().key() + ")";
            rows.add(List.of(
                    host.group().isEmpty() ? "-" : host.group(),
                    host.name(),
                    host.address().toString(),
                    (host.user() + method).strip(),
                    String.join(", ", host.tags())));
        }
        int[] widths = new int[rows.get(0).size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            out.write(line.toString().stripTrailing() + System.lineSeparator());
        }
    }

    /** Tells what was left out, and the exit code that says whether there was something. */
    static int tell(CommandSpec spec, List<String> problems) {
        problems.forEach(problem -> spec.commandLine().getErr().println("ipsecwb: " + problem));
        return problems.isEmpty() ? 0 : PROBLEMS;
    }
}
