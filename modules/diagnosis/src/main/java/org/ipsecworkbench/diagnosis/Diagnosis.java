package org.ipsecworkbench.diagnosis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsecworkbench.diagnosis.rank.Ranking;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.diagnosis.tool.HostTools;
import org.ipsecworkbench.diagnosis.tool.KeyTest;
import org.ipsecworkbench.extension.ExtensionFault;
import org.ipsecworkbench.extension.Extensions;
import org.ipsecworkbench.hostconnection.Transcript;
import org.openide.util.Lookup;

/**
 * What all checks found of some hosts, and why traffic between them is not as it should be.
 *
 * @param scene the hosts and their pairs
 * @param checks in the order in which they are told
 * @param causes the first one is what to look at; empty where nothing needs attention
 */
public record Diagnosis(Scene scene, List<CheckResult> checks, List<Cause> causes) {
    /** Pairs that a key can be tried between: those of eight hosts. Of more, the two in question are diagnosed alone. */
    private static final int MAX_TRIED_PAIRS = 28;

    /** Copies the lists. */
    public Diagnosis {
        checks = List.copyOf(checks);
        causes = List.copyOf(causes);
    }

    /** All checks that are installed, in their order. */
    public static List<Check> installedChecks() {
        return List.copyOf(Lookup.getDefault().lookupAll(Check.class));
    }

    /** Examines what was collected, without any host, by checks that run side by side. Not for the event thread. */
    public static Diagnosis of(
            List<HostEvidence> evidence, List<CaptureEvidence> captures, Collection<? extends Check> checks) {
        Scene scene = Scene.of(evidence, captures);
        List<CheckResult> results =
                checks.parallelStream().map(check -> examine(check, scene)).toList();
        List<Finding> findings = new ArrayList<>();
        results.forEach(result -> findings.addAll(result.findings()));
        return new Diagnosis(scene, results, Ranking.of(findings));
    }

    /** One that fails or hangs, which only those of third parties should, has the finding that it did. */
    private static CheckResult examine(Check check, Scene scene) {
        try {
            return Extensions.call(
                    check,
                    Extensions.PATIENCE,
                    () -> new CheckResult(
                            check.key(), check.question(), check.explanation(), check.examine(scene), check.next()));
        } catch (ExtensionFault e) {
            Extensions.log(e);
            Finding fault = Finding.of(
                    "check-failed",
                    scene.hosts().stream().map(HostFacts::name).toList(),
                    Verdict.INCONCLUSIVE,
                    1,
                    e.getMessage(),
                    List.of(),
                    "A version of the module " + Extensions.module(check) + " whose check works.");
            String name = check.getClass().getSimpleName();
            return new CheckResult(
                    name, "What does " + name + " find?", "A check that an added module brings.", List.of(fault), "");
        }
    }

    /** All findings, in the order of the checks. */
    public List<Finding> findings() {
        return checks.stream().flatMap(check -> check.findings().stream()).toList();
    }

    /** The newest answer that an evidence stands in; empty for files. */
    public Optional<Transcript> transcript(Evidence evidence) {
        return scene.hosts().stream()
                .map(HostFacts::evidence)
                .filter(host -> host.name().equals(evidence.host()))
                .flatMap(host -> answers(host, evidence))
                .reduce((older, newer) -> newer);
    }

    private static Stream<Transcript> answers(HostEvidence host, Evidence evidence) {
        // A script is shown by what it does.
        Set<String> lines = new HashSet<>(Set.of(evidence.source()));
        for (Check check : installedChecks()) {
            check.needs(host).stream()
                    .filter(need -> need.shown().equals(evidence.source()))
                    .forEach(need -> lines.add(need.line()));
        }
        return host.transcripts().stream().filter(one -> lines.contains(one.line()));
    }

    /** Changes that help to look closer or bring hosts up to date, whatever was found; of each host, then of few hosts' pairs. */
    public List<Remedy> tools() {
        List<Remedy> tools = new ArrayList<>();
        scene.hosts().forEach(host -> tools.addAll(HostTools.of(host)));
        if (scene.pairs().size() <= MAX_TRIED_PAIRS) {
            scene.pairs().forEach(pair -> tools.addAll(KeyTest.of(pair)));
        }
        return tools;
    }

    /** Whether somebody has to look: a cause, or something that cannot be told. */
    public Verdict verdict() {
        if (!causes.isEmpty()) {
            return causes.get(0).finding().verdict();
        }
        return isAllProtected() ? Verdict.OK : Verdict.INCONCLUSIVE;
    }

    /** The verdict in words: the cause, or that nothing needs attention, or what is not known. */
    public String headline() {
        if (!causes.isEmpty()) {
            return causes.get(0).sentence();
        }
        String pairs = scene.pairs().stream().map(Pair::label).collect(Collectors.joining(", between "));
        if (isAllProtected()) {
            return "Traffic between " + pairs + " is encrypted; nothing needs attention.";
        }
        if (scene.pairs().isEmpty()) {
            return scene.hosts().size() < 2
                    ? "One host alone cannot be judged: whether traffic is protected takes the two ends of it."
                    : "Too little was read of the hosts to look at any two of them.";
        }
        return "No cause was found, and that traffic between " + pairs + " is encrypted was not seen.";
    }

    private boolean isAllProtected() {
        return !scene.pairs().isEmpty()
                && scene.pairs().stream()
                        .allMatch(pair -> findings().stream()
                                .anyMatch(finding -> finding.key().equals("protected")
                                        && finding.hosts().equals(pair.names())));
    }
}
