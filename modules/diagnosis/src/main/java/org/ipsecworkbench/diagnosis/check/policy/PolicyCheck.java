package org.ipsecworkbench.diagnosis.check.policy;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.Needs;
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
        return Needs.of(host, Needs::policies);
    }

    @Override
    public List<Finding> examine(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(scene.ofHosts(ActivePolicy::examine));
        findings.addAll(HiddenPolicy.examine(scene));
        findings.addAll(Uncovered.examine(scene));
        findings.addAll(scene.ofPairs(pair -> List.of(Compatibility.examine(pair))));
        return findings;
    }

    @Override
    public String next() {
        return "respond-only";
    }
}
