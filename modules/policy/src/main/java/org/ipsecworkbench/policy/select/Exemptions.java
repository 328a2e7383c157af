package org.ipsecworkbench.policy.select;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ipsecworkbench.policy.Fact;
import org.ipsecworkbench.policy.Flow;
import org.ipsecworkbench.policy.Generation;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.Listed;
import org.ipsecworkbench.policy.table.Facts;

/** Traffic that IPsec leaves alone whatever the rules say. */
final class Exemptions {
    private static final int ICMP = 1;
    private static final int UDP = 17;
    private static final int ICMPV6 = 58;
    private static final Set<Integer> IKE = Set.of(500, 4500);
    private static final Set<Integer> DHCP = Set.of(67, 68, 546, 547);

    /** Bits of the exemptions where they are a number ([MS-FASP] 2.2.39): ICMP and DHCP. */
    private static final int ICMP_BIT = 2;

    private static final int DHCP_BIT = 8;

    private Exemptions() {}

    /** Why a flow is exempt; empty where it is not. */
    static String of(HostPolicy policy, Flow flow, List<Fact> facts) {
        if (!flow.source().isUnicast() || !flow.destination().isUnicast()) {
            return "IPsec protects unicast traffic between hosts only.";
        }
        boolean isUdp = flow.protocol() == UDP;
        if (isUdp && (IKE.contains(flow.sourcePort()) || IKE.contains(flow.destinationPort()))) {
            return "It is IKE itself, which is always exempt.";
        }
        boolean isIcmp = flow.protocol() == ICMP || flow.protocol() == ICMPV6;
        boolean isDhcp = isUdp && (DHCP.contains(flow.sourcePort()) || DHCP.contains(flow.destinationPort()));
        boolean hasModern = policy.rules().stream().anyMatch(rule -> rule.generation() == Generation.MODERN);
        if (!hasModern || !isIcmp && !isDhcp) {
            return "";
        }
        String read = policy.of(Listed.Kind.GLOBAL).stream()
                .map(one -> one.value("exemptions"))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
        Fact assumed = Facts.of("default-exemptions");
        String exemptions = (read.isEmpty() ? assumed.value() : read).toLowerCase(Locale.ROOT);
        if (read.isEmpty()) {
            facts.add(assumed);
        }
        if (isIcmp && has(exemptions, "icmp", ICMP_BIT)) {
            return "ICMP is among the default exemptions of the host.";
        }
        return isDhcp && has(exemptions, "dhcp", DHCP_BIT) ? "DHCP is among the default exemptions of the host." : "";
    }

    private static boolean has(String exemptions, String name, int bit) {
        boolean isNumber = exemptions.matches("\\d{1,4}");
        return isNumber ? (Integer.parseInt(exemptions) & bit) != 0 : exemptions.contains(name);
    }
}
