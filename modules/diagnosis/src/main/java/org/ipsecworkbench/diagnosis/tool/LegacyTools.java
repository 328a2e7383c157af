package org.ipsecworkbench.diagnosis.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.Remedy.Risk;
import org.ipsecworkbench.policy.LegacyPolicy;
import org.ipsecworkbench.policy.Origin;

/** What can be done on Windows Server 2003: its settings of IPsec by netsh, and which policy is assigned. */
final class LegacyTools {
    private static final int MAX_LEVEL = 7;
    private static final int MAX_EXEMPTION = 3;
    private static final String AUDIT = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\Audit";

    private LegacyTools() {}

    static List<Remedy> of(HostFacts host) {
        List<Remedy> tools = new ArrayList<>();
        tools.addAll(settings(
                host,
                "ikelogging",
                "ike-log",
                MAX_LEVEL,
                "Let %s write the log of IKE by level %d",
                Risk.LOW,
                "The file grows, and holds names of computers and users; 0 switches it off. Which levels above 1 there are"
                        + " is documented in contradictory ways."));
        tools.addAll(settings(
                host,
                "strongcrlcheck",
                "crl-check",
                2,
                "Check revocation on %s by level %d",
                Risk.SECURITY,
                "With 0 nobody looks whether a certificate was revoked, with 2 one is refused whose list cannot be"
                        + " reached."));
        tools.addAll(settings(
                host,
                "ipsecexempt",
                "exempt",
                MAX_EXEMPTION,
                "Exempt traffic of %s from IPsec by level %d",
                Risk.SECURITY,
                "Holds after the computer is started again. With 0 also Kerberos is exempt: who sends from port 88 reaches"
                        + " every port. A filter that permits the domain controllers is better; 3 is the default."));
        tools.addAll(silence(host));
        tools.addAll(assignments(host));
        return tools;
    }

    /** The other values that a setting of netsh ipsec dynamic may have, where its present one was read. */
    private static List<Remedy> settings(
            HostFacts host, String property, String id, int max, String title, Risk risk, String warning) {
        Pattern line = Pattern.compile("(?im)^\\s*" + property + "\\s*:\\s*(\\d{1,3})\\s*$");
        Optional<String> now = host.evidence()
                .answer(Commands.POLICY_IN_FORCE)
                .map(answer -> line.matcher(answer.outputText()))
                .filter(Matcher::find)
                .map(value -> value.group(1));
        List<Remedy> tools = new ArrayList<>();
        for (int value = 0; now.isPresent() && value <= max; value++) {
            if (!now.get().equals(Integer.toString(value))) {
                tools.addAll(Remedy.draft(
                                id + "/" + host.name() + "/" + value,
                                host.name(),
                                title.formatted(host.name(), value),
                                risk,
                                warning)
                        .run(set(property, Integer.toString(value)))
                        .undo(set(property, now.get()))
                        .done());
            }
        }
        return tools;
    }

    private static String[] set(String property, String value) {
        return new String[] {"netsh", "ipsec", "dynamic", "set", "config", property, value};
    }

    /** Only where the value is not there: what is there, the check of audit events offers to remove. */
    private static List<Remedy> silence(HostFacts host) {
        boolean isRead = host.evidence()
                .answer(Commands.AUDITS_DISABLED)
                .filter(answer -> !answer.outputText().contains("REG_DWORD"))
                .isPresent();
        return isRead
                ? Remedy.draft(
                                "silence-ike-audits/" + host.name(),
                                host.name(),
                                "Let IKE not audit on " + host.name(),
                                Risk.MEDIUM,
                                "Nothing tells any more why negotiations fail. The service has to be started again for it.")
                        .run("reg", "add", AUDIT, "/v", "DisableIKEAudits", "/t", "REG_DWORD", "/d", "1", "/f")
                        .undo("reg", "delete", AUDIT, "/v", "DisableIKEAudits", "/f")
                        .done()
                : List.of();
    }

    /** The policies of the host itself: those that are there assigned in turn, and the one that is, unassigned. */
    private static List<Remedy> assignments(HostFacts host) {
        List<LegacyPolicy> local = host.policy().model().legacyPolicies().stream()
                .filter(policy -> policy.origin().kind() != Origin.Kind.GPO)
                .toList();
        Optional<LegacyPolicy> assigned = local.stream()
                .filter(policy -> policy.assigned() == LegacyPolicy.Assigned.YES)
                .findFirst();
        List<Remedy> tools = new ArrayList<>();
        for (LegacyPolicy policy : local) {
            boolean isAssigned = policy.equals(assigned.orElse(null));
            String[] back = isAssigned
                    ? assign(policy, true)
                    : assigned.map(before -> assign(before, true)).orElseGet(() -> assign(policy, false));
            tools.addAll(Remedy.draft(
                            (isAssigned ? "unassign/" : "assign/") + host.name() + "/" + policy.name(),
                            host.name(),
                            (isAssigned ? "Unassign" : "Assign") + " the policy \"" + policy.name() + "\" on "
                                    + host.name(),
                            isAssigned ? Risk.SECURITY : Risk.MEDIUM,
                            isAssigned
                                    ? "Nothing of it holds any more: traffic is in clear, as far as peers let it."
                                    : "It holds at once: peers that do not fit are cut off. A policy of the domain comes"
                                            + " before it.")
                    .run(assign(policy, !isAssigned))
                    .undo(back)
                    .restsOn(host.evidence(), Commands.STORED_POLICIES)
                    .mayCutOff()
                    .done());
        }
        return tools;
    }

    private static String[] assign(LegacyPolicy policy, boolean isOn) {
        return new String[] {
            "netsh", "ipsec", "static", "set", "policy", "name=" + policy.name(), isOn ? "assign=y" : "assign=n"
        };
    }
}
