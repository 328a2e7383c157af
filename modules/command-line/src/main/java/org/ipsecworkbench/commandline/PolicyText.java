package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.policy.AuthMethod;
import org.ipsecworkbench.policy.Candidate;
import org.ipsecworkbench.policy.Effective;
import org.ipsecworkbench.policy.Filter;
import org.ipsecworkbench.policy.Findings;
import org.ipsecworkbench.policy.Flow;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.KeyModule;
import org.ipsecworkbench.policy.Keying;
import org.ipsecworkbench.policy.LegacyPolicy;
import org.ipsecworkbench.policy.Listed;
import org.ipsecworkbench.policy.MainModeOffer;
import org.ipsecworkbench.policy.MainModeRule;
import org.ipsecworkbench.policy.Offer;
import org.ipsecworkbench.policy.Parsed;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.PolicyFinding;
import org.ipsecworkbench.policy.QuickModeOffer;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Setting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** A policy for people: which rule acts, if a flow was asked about; findings; then what is in force, then the rest. */
final class PolicyText {
    private static final int MAX_PLACES = 5;
    private static final int MAX_FILTERS = 20;
    private static final int MAX_UNKNOWN = 20;

    private final Writer out;
    private final Ansi colours;

    private PolicyText(Writer out, Ansi colours) {
        this.out = out;
        this.colours = colours;
    }

    static void write(
            Parsed<HostPolicy> parsed, @Nullable Flow flow, @Nullable Effective effective, Writer out, Ansi colours)
            throws IOException {
        new PolicyText(out, colours).write(parsed, flow, effective);
    }

    private void write(Parsed<HostPolicy> parsed, @Nullable Flow flow, @Nullable Effective effective)
            throws IOException {
        HostPolicy policy = parsed.model();
        line(policy.name());
        line("  " + summary(policy));
        if (flow != null && effective != null) {
            effective(flow, effective);
        }
        for (PolicyFinding finding : Findings.of(policy)) {
            finding(finding);
        }
        for (LegacyPolicy legacy : policy.legacyPolicies()) {
            legacy(policy, legacy);
        }
        for (boolean isInForce : new boolean[] {true, false}) {
            for (Rule rule : policy.rules()) {
                if (policy.isInForce(rule) == isInForce) {
                    rule(rule, isInForce);
                }
            }
        }
        for (MainModeRule rule : policy.mainModeRules()) {
            mainModeRule(rule);
        }
        listed(policy);
        unknown(policy.unknown());
        for (Problem problem : parsed.problems()) {
            line("");
            line("  Problem at " + problem.where() + ": " + problem.what());
        }
    }

    private static String summary(HostPolicy policy) {
        long inForce = policy.rules().stream().filter(policy::isInForce).count();
        String rules = String.format(
                Locale.ROOT,
                "%,d of %,d rules in force",
                inForce,
                policy.rules().size());
        return policy.assignedPolicy()
                        .map(assigned -> rules + "; assigned policy: " + assigned.name())
                        .orElse(rules)
                + ".";
    }

    private void effective(Flow flow, Effective effective) throws IOException {
        line("");
        String verdict = effective.isAmbiguous()
                ? "NOT CERTAIN"
                : effective.role().label().toUpperCase(Locale.ROOT);
        line("  " + colours.string("@|bold " + verdict + "|@") + "  " + flow.label());
        line("    " + effective.why());
        for (Candidate candidate : effective.candidates()) {
            line(String.format(
                    Locale.ROOT,
                    "    %-13s \"%s\": %s [%s]",
                    words(candidate.standing()),
                    candidate.rule().name(),
                    candidate.why(),
                    candidate.rule().place().label()));
        }
    }

    private void finding(PolicyFinding finding) throws IOException {
        boolean isUrgent = Findings.needsAttention(finding.kind());
        String title = Findings.title(finding.kind()).toUpperCase(Locale.ROOT);
        line("");
        line("  " + (isUrgent ? colours.string("@|bold,yellow ATTENTION|@") : "NOTE") + "  " + title);
        line("    " + finding.statement());
        line("    Why: " + finding.why() + " (" + finding.source() + ")");
        line("    Next: " + finding.next());
        String places = finding.places().stream()
                .map(Place::label)
                .distinct()
                .limit(MAX_PLACES)
                .collect(Collectors.joining("; "));
        if (!places.isEmpty()) {
            line("    Seen in: " + places);
        }
    }

    static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void legacy(HostPolicy policy, LegacyPolicy legacy) throws IOException {
        boolean isInForce = policy.assignedPolicy().filter(legacy::equals).isPresent();
        line("");
        line("  POLICY  \"" + legacy.name() + "\"  "
                + (isInForce ? "in force" : "assigned: " + words(legacy.assigned()) + ", not in force") + "  ["
                + legacy.place().label() + "]");
        line("    Origin: " + legacy.origin().label());
        offers("Main mode", legacy.mainMode());
    }

    private void rule(Rule rule, boolean isInForce) throws IOException {
        line("");
        String state = isInForce ? "in force" : rule.isEnabled() ? "not in force" : "switched off";
        line("  RULE  \"" + rule.name() + "\"  " + state + "  "
                + rule.treatment().label() + "  [" + rule.place().label() + "]");
        String profiles = rule.profiles().isEmpty()
                ? ""
                : "; profiles "
                        + rule.profiles().stream()
                                .sorted()
                                .map(PolicyText::words)
                                .collect(Collectors.joining(", "));
        String ofPolicy = rule.policy().isEmpty() ? "" : "; policy \"" + rule.policy() + "\"";
        line("    Origin: " + rule.origin().label() + ofPolicy + profiles);
        for (Filter filter : rule.filters().stream().limit(MAX_FILTERS).toList()) {
            line("    Traffic: " + filter.label());
        }
        if (rule.filters().size() > MAX_FILTERS) {
            line("    and " + (rule.filters().size() - MAX_FILTERS) + " more filters (--format json lists all)");
        }
        if (rule.tunnel().isTunnel()) {
            line("    Tunnel: " + rule.tunnel().local() + " to " + rule.tunnel().remote());
        }
        keying(rule.keying());
    }

    private void mainModeRule(MainModeRule rule) throws IOException {
        line("");
        line("  MAIN MODE RULE  \"" + rule.name() + "\"  " + (rule.isEnabled() ? "switched on" : "switched off") + "  ["
                + rule.place().label() + "]");
        line("    Peers: " + rule.endpoint1().text() + " and "
                + rule.endpoint2().text());
        keying(rule.keying());
    }

    private void keying(Keying keying) throws IOException {
        if (!keying.modules().isEmpty()) {
            line("    Key modules: "
                    + keying.modules().stream().sorted().map(KeyModule::label).collect(Collectors.joining(", ")));
        }
        auth("Authentication", keying.firstAuth());
        auth("Second authentication", keying.secondAuth());
        offers("Main mode", keying.mainMode());
        offers("Quick mode", keying.quickMode());
        if (!keying.pfsGroup().isEmpty()) {
            line("    Perfect forward secrecy: " + keying.pfsGroup());
        }
    }

    private void auth(String title, List<AuthMethod> methods) throws IOException {
        if (!methods.isEmpty()) {
            line("    " + title + ": " + methods.stream().map(AuthMethod::label).collect(Collectors.joining("; ")));
        }
    }

    private void offers(String title, List<? extends Offer> offers) throws IOException {
        if (!offers.isEmpty()) {
            line("    " + title + ": " + offers.stream().map(PolicyText::offer).collect(Collectors.joining("; ")));
        }
    }

    private static String offer(Offer offer) {
        if (offer instanceof QuickModeOffer quick) {
            return quick.label() + lifetime(quick.seconds(), quick.kilobytes());
        }
        return offer.label() + (offer instanceof MainModeOffer main ? lifetime(main.seconds(), 0) : "");
    }

    private static String lifetime(long seconds, long kilobytes) {
        String time = seconds == 0 ? "" : seconds + " s";
        String volume = kilobytes == 0 ? "" : kilobytes + " KB";
        String both = time + (time.isEmpty() || volume.isEmpty() ? "" : ", ") + volume;
        return both.isEmpty() ? "" : " (" + both + ")";
    }

    private void listed(HostPolicy policy) throws IOException {
        for (Listed one : policy.listed()) {
            line("");
            line("  " + one.kind().label().toUpperCase(Locale.ROOT)
                    + (one.name().isEmpty() ? "" : "  " + one.name()) + "  ["
                    + one.place().label() + "]");
            for (Setting setting : one.settings()) {
                line("    " + (setting.label().isEmpty() ? "" : setting.label() + ": ") + setting.value());
            }
        }
    }

    private void unknown(List<Setting> unknown) throws IOException {
        if (unknown.isEmpty()) {
            return;
        }
        line("");
        line("  NOT KNOWN: " + unknown.size() + " lines or values that no table here knows");
        for (Setting setting : unknown.stream().limit(MAX_UNKNOWN).toList()) {
            line("    " + (setting.label().isEmpty() ? "" : setting.label() + ": ") + setting.value() + "  ["
                    + setting.place().label() + "]");
        }
        if (unknown.size() > MAX_UNKNOWN) {
            line("    and " + (unknown.size() - MAX_UNKNOWN) + " more (--format json lists all)");
        }
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write(System.lineSeparator());
    }
}
