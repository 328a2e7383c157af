package org.ipsecworkbench.commandline;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.ipsecworkbench.lab.Lab;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What goes wrong with simulated hosts on purpose, so that clients can be tried. */
final class LabFaultOptions {
    private static final int MAX_MILLIS = 600_000;
    private static final Set<String> MESSAGES = Set.of("create", "command", "receive", "send", "signal", "delete");

    @Option(names = "--latency", paramLabel = "MS", description = "Every reply comes so many milliseconds later.")
    private int latency;

    @Option(
            names = "--cut",
            paramLabel = "N",
            description = "Every connection is cut in the middle of the reply to its request of this number, from 1.")
    private int cut;

    @Option(names = "--shells", paramLabel = "N", description = "How many shells a user may have on a host.")
    private int shells;

    @Option(
            names = "--fault",
            paramLabel = "MESSAGE=CODE",
            description = "Messages of this kind (Create, Command, Receive, Send, Signal, Delete) are answered by this"
                    + " code of WSManFault, such as Create=5 for access denied.")
    private String fault = "";

    /** Sets it all; wrong values are wrong usage. */
    void apply(CommandSpec spec, Lab lab) {
        if (latency < 0 || latency > MAX_MILLIS || cut < 0 || shells < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--latency is from 0 to " + MAX_MILLIS + ", --cut and --shells are not negative.");
        }
        lab.setLatency(Duration.ofMillis(latency));
        lab.cutConnectionsAt(cut);
        lab.setShellQuota(shells);
        if (!fault.isEmpty()) {
            String[] parts = fault.split("=", 2);
            if (parts.length != 2
                    || !MESSAGES.contains(parts[0].toLowerCase(Locale.ROOT))
                    || !parts[1].matches("\\d{1,10}")) {
                throw new ParameterException(
                        spec.commandLine(), "--fault is MESSAGE=CODE, such as Create=5 or Receive=2150858843.");
            }
            lab.answerByFault(parts[0], Long.parseLong(parts[1]));
        }
    }
}
