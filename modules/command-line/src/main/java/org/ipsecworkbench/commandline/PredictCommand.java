package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipsecworkbench.policy.Flow;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.KeyDigests;
import org.ipsecworkbench.policy.Outcome;
import org.ipsecworkbench.policy.Prediction;
import org.ipsecworkbench.policy.PredictionMatrix;
import org.ipsecworkbench.policy.PredictionMatrix.Host;
import org.ipsecworkbench.policy.PredictionMatrix.Service;
import org.ipsecworkbench.policy.Predictor;
import org.ipsecworkbench.policy.Side;
import org.ipsecworkbench.policy.WhatIf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ipsecwb predict}: what two policies will negotiate, before any packet flows. */
@Command(
        name = "predict",
        description = "Predict what two hosts do with the traffic between them, from their policies alone: what they"
                + " negotiate, step by step, the first value in which they differ, and the smallest change that helps.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:traffic will be protected in both directions",
            "1:a policy could not be read",
            "2:wrong usage",
            "3:traffic will be in clear, blocked or fail, or that cannot be told",
            "4:some files could not be read; the prediction is that of the others"
        })
final class PredictCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--from",
            paramLabel = "POLICY",
            description =
                    "Listings of the host that is the flow's source: a file or a folder; repeat for more files. Or a"
                            + " session, as FILE.ipsecwb#HOST.")
    private List<String> from = new ArrayList<>();

    @Option(names = "--to", paramLabel = "POLICY", description = "The same of the flow's destination.")
    private List<String> to = new ArrayList<>();

    @Option(
            names = "--matrix",
            paramLabel = "[ADDRESS=]POLICY",
            arity = "1..*",
            description = "Instead: each host with each other one; a file or folder per host, after its address, or a"
                    + " session for all of its hosts.")
    private List<String> matrix = new ArrayList<>();

    @Option(
            names = "--flow",
            paramLabel = "SPEC",
            required = true,
            description = "PROTOCOL SOURCE[:PORT] DESTINATION[:PORT], such as \"tcp 10.0.0.1 10.0.0.2:445\"; with"
                    + " --matrix PROTOCOL[:PORT], such as tcp:445.")
    private String flow = "";

    @Option(
            names = "--set",
            paramLabel = "SIDE:ATTRIBUTE=VALUE",
            description =
                    "What if: changes a value of the rule that acts on the flow, at \"from\" or at \"to\", before it"
                            + " predicts; += adds to a list. Attributes: action, auth, mainmode, quickmode, pfs, keymodule, with"
                            + " values as netsh advfirewall writes them, such as to:quickmode+=ESP:SHA256-AES256+60min+100000kb."
                            + " Hosts are not touched. Repeat for more.")
    private List<String> changes = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json; default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        boolean isPair = !from.isEmpty() && !to.isEmpty() && matrix.isEmpty();
        boolean isMatrix = from.isEmpty() && to.isEmpty() && !matrix.isEmpty();
        if (isMatrix && !changes.isEmpty()) {
            throw new ParameterException(spec().commandLine(), "--set changes --from or --to, and not a matrix.");
        }
        if (!isPair && !isMatrix) {
            throw new ParameterException(spec().commandLine(), "Give either --from and --to, or --matrix.");
        }
        return isPair ? pair() : all();
    }

    private int all() throws IOException {
        Service service;
        try {
            service = Service.parse(flow);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec().commandLine(), e.getMessage());
        }
        MatrixInput input = MatrixInput.read(matrix);
        input.errors().forEach(error -> spec().commandLine().getErr().println("ipsecwb: " + error));
        List<Host> hosts = input.hosts();
        if (hosts.size() < 2) {
            spec().commandLine().getErr().println("ipsecwb: A matrix needs the policies of two hosts or more.");
            return 1;
        }
        if (input.isOfTwoFamilies()) {
            throw new ParameterException(
                    spec().commandLine(), "Give all hosts addresses of one family, or none an address.");
        }
        PredictionMatrix all = PredictionMatrix.of(hosts, service);
        output.write(spec(), (out, colours) -> {
            if (format == Format.JSON) {
                MatrixJson.write(all, input.problems(), out);
            } else {
                MatrixText.write(all, out, colours);
            }
        });
        boolean isProtected = all.counts().keySet().stream().allMatch(PredictCommand::isProtected);
        return !input.errors().isEmpty() ? 4 : isProtected ? 0 : 3;
    }

    private int pair() throws IOException {
        Flow asked = PolicyCommand.flow(spec(), flow);
        KeyDigests digests = KeyDigests.random();
        PolicyInput source = PolicyInput.read("", from, digests);
        PolicyInput destination = PolicyInput.read("", to, digests);
        for (PolicyInput input : List.of(source, destination)) {
            input.errors().forEach(error -> spec().commandLine().getErr().println("ipsecwb: " + error));
        }
        if (source.isUnread() || destination.isUnread()) {
            String which = source.isUnread() ? from.get(0) : to.get(0);
            spec().commandLine().getErr().println("ipsecwb: " + which + " holds no policy that could be read.");
            return 1;
        }
        HostPolicy one = source.evidence().against(destination.evidence());
        HostPolicy other = destination.evidence().against(source.evidence());
        Prediction asRead = Predictor.predict(one, other, asked);
        List<SidedChange> wanted = changes.stream().map(this::change).toList();
        for (SidedChange change : wanted) {
            try {
                one = change.side() == Side.SOURCE ? WhatIf.apply(one, asked, Side.SOURCE, change.change()) : one;
                other = change.side() == Side.DESTINATION
                        ? WhatIf.apply(other, asked, Side.DESTINATION, change.change())
                        : other;
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec().commandLine(), e.getMessage());
            }
        }
        Prediction prediction = Predictor.predict(one, other, asked);
        output.write(spec(), (out, colours) -> {
            if (format == Format.JSON) {
                PredictionJson.write(prediction, source, destination, changes, asRead.outcome(), out);
            } else {
                PredictionText.write(prediction, source, destination, changes, asRead.outcome(), out, colours);
            }
        });
        boolean isPartly = !source.errors().isEmpty() || !destination.errors().isEmpty();
        return isPartly ? 4 : isProtected(prediction.outcome()) ? 0 : 3;
    }

    private SidedChange change(String text) {
        try {
            return SidedChange.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec().commandLine(), e.getMessage());
        }
    }

    private static boolean isProtected(Outcome outcome) {
        return outcome == Outcome.ENCRYPTED || outcome == Outcome.INTEGRITY_ONLY;
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        return spec;
    }
}
