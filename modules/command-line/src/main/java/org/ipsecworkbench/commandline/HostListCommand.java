package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.hostconnection.known.KnownHosts;
import org.ipsecworkbench.hostconnection.known.KnownHostsFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ipsecwb host list}: the known hosts. */
@Command(
        name = "list",
        description = "List the known hosts. None is asked.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the file of known hosts cannot be read",
            "2:wrong usage",
            "4:some hosts in the file cannot be read"
        })
final class HostListCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--group", paramLabel = "GROUP", description = "Of this group only.")
    private String group = "";

    @Option(names = "--tag", paramLabel = "TAG", description = "With this tag only.")
    private String tag = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json; default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        KnownHosts all = KnownHostsFile.ofUser().read();
        Predicate<KnownHost> isMeant = host -> (group.isEmpty() || host.group().equalsIgnoreCase(group))
                && (tag.isEmpty()
                        || host.tags().stream()
                                .anyMatch(one -> one.toLowerCase(Locale.ROOT).equals(tag.toLowerCase(Locale.ROOT))));
        KnownHosts known = new KnownHosts(
                all.hosts().stream().filter(isMeant).toList(), all.problems(), all.head(), all.damaged());
        output.write(spec, (out, colours) -> {
            if (format == Format.JSON) {
                KnownHostsJson.write(known, out);
            } else {
                KnownHostsTable.write(known, out);
            }
        });
        return KnownHostsTable.tell(spec, known.problems());
    }
}
