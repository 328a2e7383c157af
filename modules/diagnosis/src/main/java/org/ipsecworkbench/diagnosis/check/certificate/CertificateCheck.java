package org.ipsecworkbench.diagnosis.check.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipsecworkbench.certificate.Requirement;
import org.ipsecworkbench.certificate.StrongCrlCheck;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.Platform;
import org.ipsecworkbench.diagnosis.Requirements;
import org.ipsecworkbench.diagnosis.RevocationServers;
import org.ipsecworkbench.diagnosis.Scene;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.openide.util.lookup.ServiceProvider;

/** Whether computers whose rules want certificates have ones that IKE can use, and can find out about revocation. */
@ServiceProvider(service = Check.class, position = 700)
public final class CertificateCheck implements Check {
    @Override
    public String key() {
        return "certificate";
    }

    @Override
    public String question() {
        return "Have the hosts certificates that IKE can use?";
    }

    @Override
    public String explanation() {
        return "A certificate has to be of the authority that the rule names, valid today, for this purpose, not revoked,"
                + " and with its private key on the host.";
    }

    @Override
    public List<Need> needs(HostEvidence host) {
        List<Need> needs = new ArrayList<>(List.of(Commands.VERSION));
        // Windows Server 2003 has no PowerShell of its own.
        host.answer(Commands.VERSION)
                .map(answer -> Platform.of(answer.outputText()))
                .filter(platform -> platform.isKnown() && !platform.isLegacy())
                .ifPresent(platform -> {
                    needs.add(Commands.CERTIFICATES);
                    needs.addAll(Commands.CERTIFICATE_STORES);
                    RevocationServers.lookUp(host).ifPresent(needs::add);
                });
        host.answer(Commands.CERTIFICATES)
                .filter(answer -> answer.outputText().contains("Revocation"))
                .ifPresent(open -> needs.add(Commands.CHAIN_EVENTS));
        boolean isListed = Stream.of(Commands.RULES_IN_FORCE, Commands.POLICY_IN_FORCE)
                .flatMap(need -> host.answer(need).stream())
                .anyMatch(answer -> StrongCrlCheck.read(answer.outputText()) != StrongCrlCheck.UNKNOWN);
        if (host.answer(Commands.RULES_IN_FORCE).isPresent() && !isListed) {
            needs.addAll(Commands.STRONG_CRL_CHECK);
        }
        return needs;
    }

    @Override
    public List<Finding> examine(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        for (HostFacts host : scene.hosts()) {
            findings.addAll(examine(scene, host));
        }
        return findings;
    }

    private static List<Finding> examine(Scene scene, HostFacts host) {
        Optional<Requirement> requirement = Requirements.of(host);
        if (requirement.isEmpty()) {
            return List.of(Finding.of(
                    "no-certificate-rule",
                    List.of(host.name()),
                    Verdict.NOT_APPLICABLE,
                    0.9,
                    "No rule of " + host.name() + " authenticates by a certificate",
                    List.of(),
                    "Such a rule in force."));
        }
        if (host.evidence().answer(Commands.CERTIFICATES).isEmpty()) {
            return List.of(Finding.of(
                    "certificates-unread",
                    List.of(host.name()),
                    Verdict.INCONCLUSIVE,
                    0,
                    "The certificates of " + host.name() + " were not read",
                    List.of(),
                    "A listing of its store; that needs PowerShell on the host."));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(OwnCertificate.examine(scene, host, requirement.get()));
        UnreachableList.examine(host, requirement.get()).ifPresent(findings::add);
        ListBehindIpsec.examine(scene, host).ifPresent(findings::add);
        findings.addAll(DistrustfulPeer.examine(scene, host, requirement.get()));
        return findings;
    }

    @Override
    public String next() {
        return "respond-only";
    }
}
