package org.ipsecworkbench.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.policy.AddressRange;

/**
 * A diagnosis without names and addresses, to be shown to others: the same name is the same word everywhere, such as {@code HOST-1}
 * and {@code ADDRESS-2}. Hidden are the hosts, all IP addresses, the domain and its controllers, and captures with their charts. What rules, policies and
 * certificates are called stays: a report could not be read without it. The answers of the hosts themselves are in no report.
 */
public final class Redacted {
    private static final Pattern LITERAL = Pattern.compile(
            "(?<![\\w.])(?:\\d{1,3}(?:\\.\\d{1,3}){3})(?![\\w.]\\d)|(?<![\\w:])(?:[0-9a-fA-F]{1,4}:){2,7}(?::?[0-9a-fA-F]{1,4})?(?![\\w:])"
                    + "|(?<![\\w:])(?:[0-9a-fA-F]{1,4}:){1,6}(?::[0-9a-fA-F]{1,4}){1,6}(?![\\w:])");
    private static final Pattern DOMAIN_LINE =
            Pattern.compile("(?m)^\\s*(?:DC:\\s*\\\\\\\\|Dom Name:\\s*)([\\w.-]{1,255})\\s*$");

    /** Names before what they are part of; in any case of letters. */
    private final Map<String, String> names =
            new TreeMap<>(Comparator.comparing(String::length).reversed().thenComparing(String.CASE_INSENSITIVE_ORDER));

    private final Map<String, String> addresses = new LinkedHashMap<>();

    private Redacted(Scene scene) {
        List<HostFacts> hosts = scene.hosts();
        for (int i = 0; i < scene.captures().size(); i++) {
            names.put(scene.captures().get(i).name(), "CAPTURE-" + (i + 1));
        }
        for (int i = 0; i < hosts.size(); i++) {
            HostEvidence host = hosts.get(i).evidence();
            names.put(host.name(), "HOST-" + (i + 1));
            String word = "HOST-" + (i + 1);
            host.answer(Commands.NAME)
                    .map(answer -> answer.outputText().strip())
                    .filter(name -> name.length() > 1)
                    .ifPresent(name -> names.putIfAbsent(name, word));
            host.answer(Commands.DOMAIN_CONTROLLER).ifPresent(this::domain);
        }
    }

    private void domain(Transcript answer) {
        Matcher line = DOMAIN_LINE.matcher(answer.outputText());
        while (line.find()) {
            boolean isController = line.group().contains("DC:");
            String name = line.group(1);
            if (!names.containsKey(name)) {
                names.put(name, (isController ? "CONTROLLER-" : "DOMAIN-") + (names.size() + 1));
            }
        }
    }

    /** The same diagnosis with words in the place of names and addresses. */
    public static Diagnosis of(Diagnosis diagnosis) {
        Redacted redacted = new Redacted(diagnosis.scene());
        List<HostFacts> hosts =
                diagnosis.scene().hosts().stream().map(redacted::facts).toList();
        List<Pair> pairs = diagnosis.scene().pairs().stream()
                .map(pair -> new Pair(redacted.facts(pair.one()), redacted.facts(pair.other()), pair.prediction()))
                .toList();
        return new Diagnosis(
                new Scene(hosts, pairs, List.of()),
                diagnosis.checks().stream().map(redacted::check).toList(),
                diagnosis.causes().stream().map(redacted::cause).toList());
    }

    private HostFacts facts(HostFacts host) {
        HostEvidence evidence = host.evidence();
        // Its line names servers in a script that is encoded, so that none can be taken out of it.
        String lookUp = RevocationServers.lookUp(evidence).map(Need::line).orElse("");
        return new HostFacts(
                new HostEvidence(
                        text(evidence.name()),
                        evidence.isSimulated(),
                        evidence.transcripts().stream()
                                .filter(one -> !one.line().equals(lookUp))
                                .map(this::transcript)
                                .toList(),
                        evidence.failure() == null ? null : failure(evidence.failure())),
                host.platform(),
                host.addresses().stream().map(this::text).toList(),
                host.services(),
                host.policy(),
                host.localRules(),
                host.storedPolicies(),
                host.associations(),
                host.negotiations(),
                // A certificate is made of names and signed, so that none can be taken out of it.
                HostCertificates.none(text(evidence.name()))
                        .with(host.certificates().strictness()));
    }

    private Failure failure(Failure failure) {
        return new Failure(failure.step(), failure.cause(), text(failure.explanation()), text(failure.nextStep()));
    }

    private Transcript transcript(Transcript one) {
        return new Transcript(
                text(one.host()),
                text(one.line()),
                one.started(),
                one.ended(),
                one.ending(),
                one.output(),
                one.errors(),
                one.isTruncated(),
                one.charset(),
                one.clockOffset());
    }

    private CheckResult check(CheckResult check) {
        return new CheckResult(
                check.key(),
                check.question(),
                check.explanation(),
                check.findings().stream().map(this::finding).toList(),
                check.next());
    }

    private Cause cause(Cause cause) {
        return new Cause(
                finding(cause.finding()),
                cause.confidence(),
                cause.supporting().stream().map(this::finding).toList(),
                cause.against().stream().map(this::finding).toList(),
                text(cause.nextStep()));
    }

    private Finding finding(Finding finding) {
        return new Finding(
                finding.key(),
                finding.hosts().stream().map(this::text).toList(),
                finding.verdict(),
                finding.confidence(),
                text(finding.statement()),
                text(finding.remedyInWords()),
                finding.evidence().stream()
                        .map(one ->
                                new Evidence(text(one.host()), text(one.source()), text(one.place()), text(one.text())))
                        .toList(),
                text(finding.wouldChange()),
                finding.remedies().stream().map(this::remedy).toList());
    }

    private Remedy remedy(Remedy remedy) {
        return new Remedy(
                text(remedy.id()),
                text(remedy.host()),
                text(remedy.title()),
                remedy.steps().stream()
                        .map(step -> new Remedy.Step(
                                text(step.host()),
                                command(step.command()),
                                step.undo() == null ? null : command(step.undo()),
                                step.mayFail()))
                        .toList(),
                remedy.risk(),
                text(remedy.warning()),
                remedy.conditions().stream()
                        .map(one ->
                                new Remedy.Condition(text(one.host()), text(one.reads()), command(one.command()), ""))
                        .toList(),
                remedy.timer());
    }

    private RemoteCommand command(RemoteCommand command) {
        return new RemoteCommand(
                text(command.line()), command.input(), command.encoding(), command.deadline(), command.kept());
    }

    private String text(String text) {
        String plain = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            plain = Pattern.compile("(?i)(?<![\\p{L}\\p{N}])" + Pattern.quote(name.getKey()) + "(?![\\p{L}\\p{N}])")
                    .matcher(plain)
                    .replaceAll(name.getValue());
        }
        List<String> parts = new ArrayList<>();
        Matcher literal = LITERAL.matcher(plain);
        int from = 0;
        while (literal.find()) {
            parts.add(plain.substring(from, literal.start()));
            parts.add(address(literal.group()));
            from = literal.end();
        }
        parts.add(plain.substring(from));
        return String.join("", parts);
    }

    private String address(String literal) {
        AddressRange range = AddressRange.parse(literal);
        return range == null
                ? literal
                : addresses.computeIfAbsent(range.text(), address -> "ADDRESS-" + (addresses.size() + 1));
    }
}
