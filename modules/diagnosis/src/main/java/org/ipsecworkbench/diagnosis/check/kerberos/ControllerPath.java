package org.ipsecworkbench.diagnosis.check.kerberos;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.RemedyDraft;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.policy.AddressRange;
import org.ipsecworkbench.policy.Demand;
import org.ipsecworkbench.policy.Effective;
import org.ipsecworkbench.policy.EffectiveRules;
import org.ipsecworkbench.policy.Flow;
import org.ipsecworkbench.policy.LegacyPolicy;
import org.ipsecworkbench.policy.Role;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Side;

/**
 * Whether a host may talk to its domain controller in clear. If its policy requires IPsec there, it needs Kerberos to get
 * Kerberos. Windows 2003 exempts Kerberos only where {@code ipsecexempt} is 0 or 2; later versions never do.
 */
final class ControllerPath {
    private static final int TCP = 6;
    private static final int KERBEROS = 88;
    private static final String CONTROLLER = "Domain controller";
    private static final String NAME = "name=" + CONTROLLER;
    private static final Pattern EXEMPT = Pattern.compile("(?im)^\\s*IPsecExempt\\s*:\\s*(\\d)\\s*$");

    private ControllerPath() {}

    static Optional<Finding> examine(HostFacts host, DomainController controller) {
        AddressRange from = AddressRange.parse(host.address().orElse(""));
        AddressRange to = AddressRange.parse(controller.address());
        if (from == null || to == null || from.bits() != to.bits()) {
            return Optional.empty();
        }
        Flow flow = new Flow(from, to, TCP, -1, KERBEROS);
        Effective effective = EffectiveRules.of(host.policy().model(), flow, Side.SOURCE);
        Rule rule = effective.rule();
        boolean isRequired = effective.role() == Role.NEGOTIATE
                && rule != null
                && rule.treatment().outbound() == Demand.REQUIRE;
        return isRequired && rule != null && !isExempt(host)
                ? Optional.of(finding(host, controller, rule))
                : Optional.empty();
    }

    private static boolean isExempt(HostFacts host) {
        return host.evidence()
                .answer(Commands.POLICY_IN_FORCE)
                .map(answer -> EXEMPT.matcher(answer.outputText()))
                .filter(Matcher::find)
                .filter(value -> value.group(1).equals("0") || value.group(1).equals("2"))
                .isPresent();
    }

    private static Finding finding(HostFacts host, DomainController controller, Rule rule) {
        return Finding.of(
                        "controller-needs-ipsec",
                        List.of(host.name()),
                        Verdict.FAILED,
                        0.85,
                        "The policy of " + host.name() + " holds for the domain controller",
                        List.of(host.at(rule.place(), rule.treatment().label()), controller.evidence(host.name())),
                        "A filter that permits " + controller.address() + ", or an SA with it.")
                .remedied("permit traffic with it there, without IPsec", remedy(host, controller));
    }

    private static List<Remedy> remedy(HostFacts host, DomainController controller) {
        String id = "permit-controller/" + host.name();
        String title = "Permit traffic of " + host.name() + " with " + controller.name() + " in clear";
        String warning =
                "What the host says to the domain controller is in clear; Kerberos, LDAP and SMB protect themselves.";
        RemedyDraft draft = Remedy.draft(id, host.name(), title, Remedy.Risk.MEDIUM, warning);
        if (!host.platform().isLegacy()) {
            return draft.run(
                            "netsh",
                            "advfirewall",
                            "consec",
                            "add",
                            "rule",
                            NAME,
                            "endpoint1=any",
                            "endpoint2=" + controller.address(),
                            "action=noauthentication")
                    .undo("netsh", "advfirewall", "consec", "delete", "rule", NAME)
                    .restsOn(host.evidence(), Commands.LOCAL_RULES)
                    .done();
        }
        Optional<String> policy = host.policy().model().assignedPolicy().map(LegacyPolicy::name);
        if (policy.isEmpty()) {
            return List.of();
        }
        String list = "filterlist=" + CONTROLLER;
        String of = "policy=" + policy.get();
        return draft.run("netsh", "ipsec", "static", "add", "filterlist", NAME)
                .undo("netsh", "ipsec", "static", "delete", "filterlist", NAME)
                .run("netsh", "ipsec", "static", "add", "filter", list, "srcaddr=me", "dstaddr=" + controller.address())
                .run("netsh", "ipsec", "static", "add", "rule", NAME, of, list, "filteraction=Permit")
                .undo("netsh", "ipsec", "static", "delete", "rule", NAME, of)
                .restsOn(host.evidence(), Commands.STORED_POLICIES)
                .done();
    }
}
