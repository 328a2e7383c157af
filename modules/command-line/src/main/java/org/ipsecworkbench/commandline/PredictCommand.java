package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipsecworkbench.policy.Flow;
import org.ipsecworkbench.policy.KeyDigests;
import org.ipsecworkbench.policy.Outcome;
import org.ipsecworkbench.policy.Prediction;
import org.ipsecworkbench.policy.PredictionMatrix;
import org.ipsecworkbench.policy.PredictionMatrix.Host;
import org.ipsecworkbench.policy.PredictionMatrix.Service;
import org.ipsecworkbench.policy.Predictor;
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
            description = "Listings of the host that is the flow's source: a file or a folder; repeat for more files.")
    private List<String> from = new ArrayList<>();

    @Option(names = "--to", paramLabel = "POLICY", description = "The same of the flow's destination.")
    private List<String> to = new ArrayList<>();

    @Option(
            names = "--matrix",
            paramLabel = "[ADDRESS=]POLICY",
            arity = "2..*",
            description = "Instead: each host with each other one; a file or folder per host, after its address.")
    private List<String> matrix = new ArrayList<>();

    @Option(
            names = "--flow",
            paramLabel = "SPEC",
            required = true,
            description = "PROTOCOL SOURCE[:PORT] DESTINATION[:PORT], such as \"tcp 10.0.0.1 10.0.0.2:445\"; with"
                    + " --matrix PROTOCOL[:PORT], such as tcp:445.")
    private String flow = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json; default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        boolean isPair = !from.isEmpty() && !to.isEmpty() && matrix.isEmpty();
        boolean isMatrix = from.isEmpty() && to.isEmpty() && !matrix.isEmpty();
        if (!isPair && !isMatrix) {
            throw new ParameterException(spec().commandLine(), "Give either --from and --to, or --matrix.");
        }
        return isPair ? pair() : all();
    }

    private int all() throws IOException {
        Service service;
        try {
            service = MatrixInput.service(flow);
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
        if (hosts.stream().map(host -> host.address().bits()).distinct().count() > 1) {
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
        Prediction prediction =
                Predictor.predict(source.policy().model(), destination.policy().model(), asked);
        output.write(spec(), (out, colours) -> {
            if (format == Format.JSON) {
                PredictionJson.write(prediction, source, destination, out);
            } else {
                PredictionText.write(prediction, source, destination, out, colours);
            }
        });
        boolean isPartly = !source.errors().isEmpty() || !destination.errors().isEmpty();
        return isPartly ? 4 : isProtected(prediction.outcome()) ? 0 : 3;
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
