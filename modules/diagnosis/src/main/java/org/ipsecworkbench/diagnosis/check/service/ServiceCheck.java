package org.ipsecworkbench.diagnosis.check.service;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.Needs;
import org.ipsecworkbench.diagnosis.Platform;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.RemedyDraft;
import org.ipsecworkbench.diagnosis.Scene;
import org.ipsecworkbench.diagnosis.ServiceState;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.openide.util.lookup.ServiceProvider;

/**
 * Whether the services run that IPsec needs. From Vista on, IKEEXT and the Policy Agent run only where a policy wants them
 * (Win32 error 0x80320044), so that a stopped one is a fault only where a rule is in force.
 */
@ServiceProvider(service = Check.class, position = 200)
public final class ServiceCheck implements Check {
    private static final String AGENT = "PolicyAgent";
    private static final String IKE = "IKEEXT";

    @Override
    public String key() {
        return "service";
    }

    @Override
    public String question() {
        return "Do the services run that IPsec needs, and does restarting them help?";
    }

    @Override
    public String explanation() {
        return "Services negotiate the keys and hold the filters; without them nothing is protected, and rules do nothing.";
    }

    @Override
    public List<Need> needs(HostEvidence host) {
        return Needs.of(
                host,
                platform -> services(platform).stream()
                        .flatMap(name -> Stream.of(Commands.service(name), Commands.serviceStart(name)))
                        .toList());
    }

    private static List<String> services(Platform platform) {
        return platform.isLegacy() ? List.of(AGENT) : List.of("BFE", "MpsSvc", IKE, AGENT);
    }

    @Override
    public List<Finding> examine(Scene scene) {
        List<Finding> findings = new ArrayList<>(scene.ofHosts(ServiceCheck::examine));
        findings.addAll(scene.ofPairs(pair -> StaleState.examine(pair).stream().toList()));
        return findings;
    }

    private static List<Finding> examine(HostFacts host) {
        List<Finding> findings = new ArrayList<>();
        List<Evidence> running = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (String name : services(host.platform())) {
            ServiceState service = host.services().get(name);
            if (!isNeeded(host, name)) {
                continue;
            }
            if (service == null) {
                unread.add(name);
            } else if (service.isRunning()) {
                running.addAll(service.evidence().subList(0, 1));
            } else {
                findings.add(stopped(host, service));
            }
        }
        if (!findings.isEmpty()) {
            return findings;
        }
        if (!unread.isEmpty()) {
            findings.add(Finding.of(
                    "service-unread",
                    List.of(host.name()),
                    Verdict.INCONCLUSIVE,
                    0,
                    "Whether " + String.join(" and ", unread) + " of " + host.name() + " runs was not read",
                    List.of(),
                    "An answer to sc queryex."));
        } else if (running.isEmpty() && !host.isPolicyRead()) {
            findings.add(Finding.of(
                    "service-unread",
                    List.of(host.name()),
                    Verdict.INCONCLUSIVE,
                    0,
                    "Which services " + host.name() + " needs is not known, since no policy of it was read",
                    List.of(),
                    "A listing of its rules; that needs an administrator."));
        } else if (running.isEmpty()) {
            findings.add(Finding.of(
                    "service-not-needed",
                    List.of(host.name()),
                    Verdict.NOT_APPLICABLE,
                    0.9,
                    "No rule of " + host.name() + " needs a service of IPsec",
                    List.of(),
                    "A rule that asks for IPsec."));
        } else {
            findings.add(Finding.of(
                    "service-runs",
                    List.of(host.name()),
                    Verdict.OK,
                    0.95,
                    "The services that IPsec needs run on " + host.name(),
                    running,
                    "A service that stops, or that runs and does not answer."));
        }
        return findings;
    }

    /** The filtering engine and the firewall hold rules, IKEEXT negotiates, the agent has policies of the old kind. */
    private static boolean isNeeded(HostFacts host, String name) {
        boolean hasLegacy = host.policy().model().hasLegacyInForce();
        return switch (name) {
            case AGENT -> hasLegacy || host.platform().isLegacy() && host.needsIke();
            case IKE -> host.needsIke();
            default -> host.needsIke() || !host.localRules().model().rules().isEmpty();
        };
    }

    private static Finding stopped(HostFacts host, ServiceState service) {
        String name = service.name();
        String state = service.isStopped() ? "is stopped" : "does not run";
        String start = service.isDisabled() ? " and disabled" : "";
        RemedyDraft draft = Remedy.draft(
                "start-service/" + host.name() + "/" + name,
                host.name(),
                "Start the service " + name + " on " + host.name(),
                Remedy.Risk.MEDIUM,
                "What the rules require holds as soon as it runs: peers that cannot do IPsec may be cut off."
                        + (service.hasFailed() ? " It ended with error " + service.exitCode() + " before." : ""));
        if (service.isDisabled()) {
            draft.run("sc", "config", name, "start=", "auto").undo("sc", "config", name, "start=", "disabled");
        }
        draft.run("sc", "start", name)
                .undo("sc", "stop", name)
                .restsOn(host.evidence(), Commands.serviceStart(name))
                .mayCutOff();
        return Finding.of(
                        "service-stopped",
                        List.of(host.name()),
                        Verdict.FAILED,
                        0.97,
                        "The service " + name + " of " + host.name() + " " + state + start,
                        service.evidence(),
                        "The service running when it is asked again.")
                .remedied(service.isDisabled() ? "set it to automatic and start it" : "start it", draft.done());
    }

    @Override
    public String next() {
        return "policy";
    }
}
