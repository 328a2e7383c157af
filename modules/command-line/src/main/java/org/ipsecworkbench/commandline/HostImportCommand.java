package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ipsecworkbench.hostconnection.known.HostImport;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.hostconnection.known.KnownHostsFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ipsecwb host import}: remembers the hosts of a list. */
@Command(
        name = "import",
        description =
                "Remember the hosts of a table (CSV, semicolons or tabs, with a header) or of an Ansible inventory"
                        + " in the form of INI or YAML. Passwords in it are not taken.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:no host could be read, or the file of known hosts cannot be written",
            "2:wrong usage",
            "4:some hosts are left out, each named"
        })
final class HostImportCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The list.")
    private @Nullable Path file;

    @Option(names = "--group", paramLabel = "GROUP", description = "Put all of them into this group.")
    private String group = "";

    @Option(
            names = "--replace",
            description = "Put them in the place of hosts of the same name, which are kept otherwise.")
    private boolean isReplacing;

    @Override
    public Integer call() throws IOException {
        if (spec == null || file == null) {
            throw new IllegalStateException("picocli sets it");
        }
        HostImport.Result read = HostImport.read(file);
        try {
            List<KnownHost> hosts = read.hosts().stream()
                    .map(host -> group.isEmpty() ? host : host.withGroup(group))
                    .toList();
            int[] added = new int[1];
            KnownHostsFile.ofUser().update(known -> {
                List<KnownHost> fresh = hosts.stream()
                        .filter(host -> isReplacing || known.find(host.name()).isEmpty())
                        .toList();
                added[0] = fresh.size();
                return known.with(fresh);
            });
            int kept = hosts.size() - added[0];
            String text = counted(added[0], "host", "hosts") + " added"
                    + (kept == 0 ? "" : ", " + counted(kept, "was", "were") + " known before and kept");
            Output.print(spec, (out, colours) -> out.write(text + System.lineSeparator()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        int code = KnownHostsTable.tell(spec, read.problems());
        return read.hosts().isEmpty() ? 1 : code;
    }

    private static String counted(int number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }
}
