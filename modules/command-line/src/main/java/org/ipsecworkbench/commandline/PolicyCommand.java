package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.PolicyEvidence;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.policy.Effective;
import org.ipsecworkbench.policy.EffectiveRules;
import org.ipsecworkbench.policy.Findings;
import org.ipsecworkbench.policy.Flow;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.KeyDigests;
import org.ipsecworkbench.policy.Parsed;
import org.ipsecworkbench.policy.PolicyComparison;
import org.ipsecworkbench.policy.Side;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ipsecwb policy}: the IPsec policy of one host, whatever it was listed by. */
@Command(
        name = "policy",
        description =
                "Show the IPsec policy of a host as one model, from listings of netsh, of cmdlets, of the registry"
                        + " and of the filtering platform; each file is recognised by its content.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:read; nothing needs attention",
            "1:nothing could be read",
            "2:wrong usage",
            "3:something needs attention, a part of a file could not be read, or --compare found differences",
            "4:some files could not be read"
        })
final class PolicyCommand implements Callable<Integer> {
    private static final String CHECK = "policy";
    private static final String DEFAULT = "default";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Listings of one host, or folders of them; - reads standard input. Or a session, as"
                    + " FILE.ipsecwb#HOST.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--host", paramLabel = "HOST", description = "Ask this host instead. " + KnownHostArgument.HELP)
    private String host = "";

    @Option(names = "--name", paramLabel = "NAME", description = "What to call the host; default: the first file.")
    private String name = "";

    @Option(
            names = "--flow",
            paramLabel = "SPEC",
            description = "Which rule acts on it: \"tcp 10.0.0.1 10.0.0.2:445\"; the host is its source.")
    private String flow = "";

    @Option(names = "--inbound", description = "The host is the destination of the flow, not its source.")
    private boolean isInbound;

    @Option(
            names = "--compare",
            paramLabel = "POLICY",
            description = "Show how it differs from another one, differences first: a file or folder, a session as"
                    + " FILE.ipsecwb#HOST, or \"" + DEFAULT + "\" for the policies that come with Windows Server 2003.")
    private String other = "";

    @Mixin
    private HostOptions options = new HostOptions();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json; default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        if (files.isEmpty() == host.isEmpty()) {
            throw new ParameterException(spec().commandLine(), "Give either files or --host.");
        }
        Flow asked = flow.isEmpty() ? null : flow(spec(), flow);
        KeyDigests digests = KeyDigests.random();
        PolicyInput input;
        try {
            input = host.isEmpty() ? PolicyInput.read(name, files, digests) : ask(digests);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
        input.errors().forEach(error -> spec().commandLine().getErr().println("ipsecwb: " + error));
        if (input.isUnread()) {
            input.policy()
                    .problems()
                    .forEach(problem -> spec().commandLine()
                            .getErr()
                            .println("ipsecwb: " + problem.where() + ": " + problem.what()));
            return 1;
        }
        if (!other.isEmpty()) {
            return compare(input, digests);
        }
        HostPolicy policy = input.policy().model();
        Effective effective =
                asked == null ? null : EffectiveRules.of(policy, asked, isInbound ? Side.DESTINATION : Side.SOURCE);
        output.write(spec(), (out, colours) -> {
            if (format == Format.JSON) {
                PolicyJson.write(input.policy(), asked, effective, out);
            } else {
                PolicyText.write(input.policy(), asked, effective, out, colours);
            }
        });
        if (!input.errors().isEmpty()) {
            return 4;
        }
        boolean needsAttention = !input.policy().problems().isEmpty()
                || effective != null && effective.isAmbiguous()
                || Findings.of(policy).stream().anyMatch(one -> Findings.needsAttention(one.kind()));
        return needsAttention ? 3 : 0;
    }

    private int compare(PolicyInput input, KeyDigests digests) throws IOException {
        PolicyInput second = other.equals(DEFAULT)
                ? new PolicyInput(
                        PolicyEvidence.ofFiles(new Parsed<>(
                                PolicyComparison.shippedFor(input.policy().model()), List.of())),
                        List.of())
                : PolicyInput.read("", List.of(other), digests);
        second.errors().forEach(error -> spec().commandLine().getErr().println("ipsecwb: " + error));
        if (second.isUnread()) {
            spec().commandLine().getErr().println("ipsecwb: " + other + " holds no policy that could be read.");
            return 1;
        }
        PolicyDifferences differences = new PolicyDifferences(
                input.evidence().against(second.evidence()), second.evidence().against(input.evidence()));
        output.write(spec(), (out, colours) -> {
            if (format == Format.JSON) {
                differences.writeJson(out);
            } else {
                differences.write(out, colours);
            }
        });
        boolean isPartly = !input.errors().isEmpty() || !second.errors().isEmpty();
        return isPartly ? 4 : differences.areThere() ? 3 : 0;
    }

    /** A flow of the command line. */
    static Flow flow(CommandSpec spec, String text) {
        try {
            return Flow.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    /** Asks the host what the check of policies asks for: the same commands, for the same reader. */
    private PolicyInput ask(KeyDigests digests) throws IOException, InterruptedException {
        KnownHost known = KnownHostArgument.find(spec(), host);
        Interruption.endsOnly(Thread.currentThread()::interrupt);
        try (VerboseTrail trail = options.trail(spec());
                Credentials credentials = options.credentials(spec(), known)) {
            DiagnosisTarget target = new DiagnosisTarget(
                    name.isEmpty() ? known.name() : name,
                    known.address(),
                    false,
                    credentials,
                    options.connection(spec(), known));
            HostEvidence evidence = HostCollection.collect(
                            List.of(target),
                            Diagnosis.installedChecks().stream()
                                    .filter(check -> check.key().equals(CHECK))
                                    .toList())
                    .get(0);
            Failure failure = evidence.failure();
            List<String> errors = failure == null
                    ? List.of()
                    : List.of(host + ": " + failure.explanation() + System.lineSeparator() + "  Next step: "
                            + failure.nextStep());
            return new PolicyInput(PolicyEvidence.of(evidence, digests), errors);
        }
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        return spec;
    }
}
