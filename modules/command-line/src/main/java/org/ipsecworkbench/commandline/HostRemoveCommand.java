package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipsecworkbench.hostconnection.known.KnownHostsFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ipsecwb host remove}: forgets hosts. */
@Command(
        name = "remove",
        description = "Forget known hosts. Passwords that the window keeps in the keyring stay there.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the file of known hosts cannot be written",
            "2:wrong usage, or a host is not known; then nothing is removed"
        })
final class HostRemoveCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "Known hosts.")
    private List<String> names = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        try {
            KnownHostsFile.ofUser().update(known -> {
                for (String name : names) {
                    if (known.find(name).isEmpty()) {
                        throw new IllegalArgumentException("There is no known host " + name + ".");
                    }
                }
                return known.without(names);
            });
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        return 0;
    }
}
