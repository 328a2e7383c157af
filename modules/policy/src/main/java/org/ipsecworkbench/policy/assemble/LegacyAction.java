package org.ipsecworkbench.policy.assemble;

import java.util.Locale;
import org.ipsecworkbench.policy.Demand;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Treatment;
import org.ipsecworkbench.policy.read.Block;
import org.ipsecworkbench.policy.table.Words;
import org.jspecify.annotations.Nullable;

/** Filter actions of netsh ipsec. */
final class LegacyAction {
    private LegacyAction() {}

    /**
     * What a filter action does. Where its word is in an unknown language, offers tell that it negotiates. Inpass accepts
     * what comes in clear and answers it with IPsec; soft falls back to clear.
     */
    static Treatment of(@Nullable Block action) {
        if (action == null) {
            return Treatment.UNKNOWN;
        }
        String word = action.value("action").toLowerCase(Locale.ROOT);
        if (word.startsWith("permit")) {
            return Treatment.PERMIT;
        }
        if (word.startsWith("block")) {
            return Treatment.BLOCK;
        }
        boolean negotiates = word.startsWith("negotiate") || action.has("qmoffers");
        return negotiates ? negotiate(action) : Treatment.UNKNOWN;
    }

    private static Treatment negotiate(Block action) {
        Demand inbound = Words.isYes(action.value("inpass")) ? Demand.REQUEST : Demand.REQUIRE;
        Demand outbound = Words.isYes(action.value("soft")) ? Demand.REQUEST : Demand.REQUIRE;
        return Treatment.negotiate(inbound, outbound);
    }

    /** A rule names the far end of its tunnel, which has to be an address. */
    static Rule.Tunnel tunnel(Block rule) {
        String end = rule.value("tunnel");
        boolean isTunnel = end.matches("[0-9a-fA-F.:]+") && !end.equals("0.0.0.0");
        return isTunnel ? new Rule.Tunnel(true, "", end) : Rule.Tunnel.NONE;
    }
}
