package org.ipsecworkbench.policy.assemble;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.policy.Demand;
import org.ipsecworkbench.policy.Generation;
import org.ipsecworkbench.policy.KeyModule;
import org.ipsecworkbench.policy.Keying;
import org.ipsecworkbench.policy.Origin;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Treatment;
import org.ipsecworkbench.policy.read.Block;
import org.ipsecworkbench.policy.read.BlockKind;
import org.ipsecworkbench.policy.table.Words;

/** What netsh ipsec dynamic and netdiag say is in force: filters with their actions, and the policies that they name. */
final class DynamicStore {
    private final Map<String, Block> policies = new HashMap<>();
    private final List<Block> filters = new ArrayList<>();

    void add(Block block) {
        if (block.kind() == BlockKind.DYNAMIC_POLICY) {
            policies.putIfAbsent(block.value("policyname"), block);
        } else if (block.kind() == BlockKind.NETDIAG) {
            filters.addAll(block.children());
        } else {
            filters.add(block);
        }
    }

    List<Rule> rules() {
        return filters.stream().map(this::rule).toList();
    }

    private Rule rule(Block block) {
        Block mainMode = policies.getOrDefault(block.value("mmpolicy"), block);
        Block quickMode = policies.getOrDefault(block.value("qmpolicy"), block);
        Keying keying = new Keying(
                Set.of(KeyModule.IKEV1),
                AuthText.legacy(block),
                List.of(),
                ModernRules.mainMode(mainMode),
                ModernRules.quickMode(quickMode),
                Values.pfs(quickMode.value("pfs")));
        String name = block.value("name");
        return new Rule(
                name.isEmpty() ? "filter of line " + block.place().line() : name,
                block.value("id"),
                "",
                Generation.LEGACY,
                true,
                new Origin(Origin.Kind.DYNAMIC, ""),
                Set.of(),
                List.of(LegacyFilter.of(block)),
                treatment(block, quickMode),
                LegacyAction.tunnel(block),
                keying,
                block.settings(),
                block.place());
    }

    private static Treatment treatment(Block block, Block quickMode) {
        String words = (block.value("flags") + " " + block.value("inbound") + " " + block.value("outbound"))
                .toLowerCase(Locale.ROOT);
        if (words.contains("block")) {
            return Treatment.BLOCK;
        }
        boolean negotiates =
                words.contains("negotiate") || !block.value("qmpolicy").isEmpty();
        if (!negotiates) {
            return words.contains("permit") || words.contains("pass") ? Treatment.PERMIT : Treatment.UNKNOWN;
        }
        boolean isSoft = Words.isYes(quickMode.value("soft"));
        boolean takesClear = words.contains("pass") || words.contains("permit");
        return Treatment.negotiate(
                takesClear ? Demand.REQUEST : Demand.REQUIRE, isSoft ? Demand.REQUEST : Demand.REQUIRE);
    }
}
