package org.ipsecworkbench.diagnosis.check.policy;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.Platform;
import org.ipsecworkbench.diagnosis.Scene;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.openide.util.lookup.ServiceProvider;

/** Which policy of each host is in force, and what the policies of two hosts come to. */
@ServiceProvider(service = Check.class, position = 500)
public final class PolicyCheck implements Check {
    @Override
    public String key() {
        return "policy";
    }

    @Override
    public String question() {
        return "Which policy is in force, and do the policies of two hosts fit together?";
    }

    @Override
    public String explanation() {
        return "Two hosts get IPsec only if the rules in force on both have methods and algorithms in common.";
    }

    @Override
    public List<Need> needs(HostEvidence host) {
        List<Need> needs = new ArrayList<>(List.of(Commands.VERSION, Commands.ADDRESSES));
        host.answer(Commands.VERSION)
                .map(answer -> Platform.of(answer.outputText()))
                .ifPresent(platform -> needs.addAll(listings(platform)));
        return needs;
    }

    private static List<Need> listings(Platform platform) {
        List<Need> legacy = List.of(Commands.STORED_POLICIES, Commands.ASSIGNED_BY_DOMAIN);
        if (platform.isLegacy()) {
            List<Need> all = new ArrayList<>(legacy);
            all.add(Commands.POLICY_IN_FORCE);
            return all;
        }
        List<Need> all =
                new ArrayList<>(List.of(Commands.RULES_IN_FORCE, Commands.LOCAL_RULES, Commands.CURRENT_PROFILE));
        all.addAll(legacy);
        return all;
    }

    @Override
    public List<Finding> examine(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        scene.hosts().forEach(host -> findings.addAll(ActivePolicy.examine(host)));
        findings.addAll(HiddenPolicy.examine(scene));
        findings.addAll(Uncovered.examine(scene));
        scene.pairs().forEach(pair -> findings.add(Compatibility.examine(pair)));
        return findings;
    }

    @Override
    public String next() {
        return "respond-only";
    }
}
