package org.ipsecworkbench.diagnosis.check.kerberos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.Platform;
import org.ipsecworkbench.diagnosis.Scene;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.policy.AuthMethod;
import org.ipsecworkbench.policy.HostPolicy;
import org.openide.util.lookup.ServiceProvider;

/** Whether the computers can authenticate by Kerberos: domain controller, account, clock, and the way there in clear. */
@ServiceProvider(service = Check.class, position = 600)
public final class KerberosCheck implements Check {
    @Override
    public String key() {
        return "kerberos";
    }

    @Override
    public String question() {
        return "Can the hosts authenticate by Kerberos?";
    }

    @Override
    public String explanation() {
        return "By Kerberos a domain controller vouches for both computers: their accounts and clocks have to be right, and"
                + " they have to reach it without IPsec.";
    }

    @Override
    public List<Need> needs(HostEvidence host) {
        List<Need> needs = new ArrayList<>(List.of(Commands.VERSION, Commands.DOMAIN_CONTROLLER));
        DomainController.read(host).ifPresent(controller -> {
            needs.add(Commands.NAME);
            Principals.need(host).ifPresent(needs::add);
            needs.add(Commands.secureChannel(controller.domain()));
            needs.add(Commands.clockOffset(controller.name()));
            boolean hasKlist = host.answer(Commands.VERSION)
                    .map(answer -> Platform.of(answer.outputText()))
                    .filter(platform -> platform.isKnown() && !platform.isLegacy())
                    .isPresent();
            if (hasKlist) {
                needs.add(Commands.ticket(controller.realm()));
            }
        });
        return needs;
    }

    @Override
    public List<Finding> examine(Scene scene) {
        return scene.ofHosts(KerberosCheck::examine);
    }

    private static List<Finding> examine(HostFacts host) {
        if (!host.isPolicyRead()) {
            return List.of(Finding.of(
                    "kerberos-unread",
                    List.of(host.name()),
                    Verdict.INCONCLUSIVE,
                    0,
                    "Whether " + host.name()
                            + " authenticates by Kerberos is not known, since no policy of it was read",
                    List.of(),
                    "A listing of its rules; that needs an administrator."));
        }
        if (!usesKerberos(host)) {
            return List.of(Finding.of(
                    "no-kerberos",
                    List.of(host.name()),
                    Verdict.NOT_APPLICABLE,
                    0.9,
                    "No rule of " + host.name() + " authenticates by Kerberos",
                    List.of(),
                    "Such a rule in force."));
        }
        Optional<DomainController> controller = DomainController.read(host.evidence());
        if (controller.isEmpty()) {
            return List.of(noController(host));
        }
        List<Finding> findings = new ArrayList<>();
        Account.examine(host, controller.get()).ifPresent(findings::add);
        Principals.examine(host).ifPresent(findings::add);
        TimeOffset.examine(host, controller.get()).ifPresent(findings::add);
        ControllerPath.examine(host, controller.get()).ifPresent(findings::add);
        if (findings.isEmpty()) {
            findings.add(Finding.of(
                    "kerberos-works",
                    List.of(host.name()),
                    Verdict.OK,
                    0.85,
                    "The account and the clock of " + host.name() + " are right for Kerberos",
                    List.of(controller.get().evidence(host.name())),
                    "An error from the domain controller, or events with Kerberos errors."));
        }
        return findings;
    }

    private static boolean usesKerberos(HostFacts host) {
        HostPolicy policy = host.policy().model();
        return policy.rules().stream()
                .filter(policy::isInForce)
                .flatMap(rule -> rule.keying().firstAuth().stream())
                .anyMatch(method -> method.kind() == AuthMethod.Kind.KERBEROS);
    }

    private static Finding noController(HostFacts host) {
        boolean isAnswered = host.evidence().answer(Commands.DOMAIN_CONTROLLER).isPresent();
        return isAnswered
                ? Finding.of(
                                "no-domain-controller",
                                List.of(host.name()),
                                Verdict.FAILED,
                                0.85,
                                host.name() + " finds no domain controller",
                                List.of(Evidence.whole(
                                        host.name(), Commands.DOMAIN_CONTROLLER, "no domain controller in the answer")),
                                "A domain controller in the answer.")
                        .remedied("check DNS and that it is a member of the domain")
                : Finding.of(
                        "kerberos-unread",
                        List.of(host.name()),
                        Verdict.INCONCLUSIVE,
                        0,
                        "Which domain controller " + host.name() + " uses was not read",
                        List.of(),
                        "An answer of nltest.");
    }

    @Override
    public String next() {
        return "certificate";
    }
}
