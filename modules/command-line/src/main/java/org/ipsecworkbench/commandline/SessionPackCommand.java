package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ipsecworkbench.diagnosis.CollectorPack;
import org.ipsecworkbench.diagnosis.Diagnosis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ipsecwb session pack}: a script that collects on a host which nobody here reaches. */
@Command(
        name = "pack",
        description =
                "Write a script that asks a host the same as collect does, without changing anything on it, and packs the"
                        + " answers into a session; for hosts that you cannot reach. It was never run on Windows.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:the file is there already, or cannot be written", "2:wrong usage"})
final class SessionPackCommand implements Callable<Integer> {
    @Option(
            names = "--legacy",
            description = "For Windows 2000 to Server 2003, a .cmd; if not given, a .ps1 for all later ones.")
    private boolean isLegacy;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            required = true,
            description = "The script; must not be there yet.")
    private Path output = Path.of("");

    @Override
    public Integer call() throws IOException {
        byte[] script = isLegacy
                ? CollectorPack.batch(Diagnosis.installedChecks())
                : CollectorPack.powerShell(Diagnosis.installedChecks());
        if (Files.exists(output)) {
            throw new IOException(output + " is there already.");
        }
        Files.write(output, script);
        return 0;
    }
}
