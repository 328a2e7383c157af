package org.ipsecworkbench.policy;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.policy.judge.Customisation;
import org.ipsecworkbench.policy.judge.FindingTable;
import org.ipsecworkbench.policy.judge.Offered;
import org.ipsecworkbench.policy.judge.Overlaps;
import org.ipsecworkbench.policy.judge.Roles;

/** Judges the policy of one host. Pure and safe for use by several threads; a policy of 1,000 rules takes some 10 ms. */
public final class Findings {
    private Findings() {}

    /** What its administrator should know, by kind; none where nothing stands out. */
    public static List<PolicyFinding> of(HostPolicy policy) {
        List<Rule> inForce = policy.rules().stream().filter(policy::isInForce).toList();
        List<PolicyFinding> findings = new ArrayList<>();
        findings.addAll(Overlaps.of(inForce));
        findings.addAll(Offered.of(policy, inForce));
        findings.addAll(Roles.of(policy, inForce));
        findings.addAll(Customisation.of(policy));
        findings.sort((one, other) -> one.kind().compareTo(other.kind()));
        return findings;
    }

    /** What a kind is called. */
    public static String title(PolicyFinding.Kind kind) {
        return FindingTable.title(kind);
    }

    /** Whether a kind needs attention; else it is only good to know. */
    public static boolean needsAttention(PolicyFinding.Kind kind) {
        return FindingTable.needsAttention(kind);
    }
}
