package org.ipsecworkbench.policy.assemble;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.LegacyPolicy;
import org.ipsecworkbench.policy.Listed;
import org.ipsecworkbench.policy.MainModeRule;
import org.ipsecworkbench.policy.Origin;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Setting;
import org.ipsecworkbench.policy.read.Block;
import org.ipsecworkbench.policy.read.Reading;

/** Puts the blocks of all files of a host together. */
public final class Assembler {
    private final LegacyStore legacy = new LegacyStore();
    private final DynamicStore dynamic = new DynamicStore();
    private final Cmdlets cmdlets = new Cmdlets();
    private final List<Rule> rules = new ArrayList<>();
    private final List<MainModeRule> mainModeRules = new ArrayList<>();
    private final List<LegacyPolicy> active = new ArrayList<>();
    private final List<Listed> listed = new ArrayList<>();
    private final Reading reading;

    private Assembler(Reading reading) {
        this.reading = reading;
    }

    /** The policy that the blocks add up to. */
    public static HostPolicy assemble(String name, Reading reading) {
        Assembler assembler = new Assembler(reading);
        reading.blocks().forEach(assembler::add);
        return assembler.finish(name);
    }

    private void add(Block block) {
        switch (block.kind()) {
            case CONSEC -> modern(block);
            case POLICY, LEGACY_RULE, FILTER_LIST, FILTER, FILTER_ACTION, DEFAULT_RULE -> legacy.add(block);
            case ASSIGNMENT -> {
                legacy.add(block);
                list(block, Listed.Kind.ASSIGNMENT, block.value("gpo"));
            }
            case DYNAMIC_FILTER, DYNAMIC_POLICY -> dynamic.add(block);
            case NETDIAG -> netdiag(block);
            case CMDLET -> cmdlets.add(block);
            case GLOBAL -> list(block, Listed.Kind.GLOBAL, "");
            case PROFILE -> list(block, Listed.Kind.PROFILE, block.value("profile"));
            case STATISTICS -> list(block, Listed.Kind.STATISTICS, "");
            case PLATFORM -> list(block, Listed.Kind.PLATFORM_POLICY, block.value("name"));
            case PLATFORM_FILTER -> list(block, Listed.Kind.PLATFORM_FILTER, block.value("name"));
            case ASSOCIATION -> {
                boolean isQuickMode = block.has("qmoffers") || block.has("quickmodesa");
                list(
                        block,
                        isQuickMode ? Listed.Kind.QUICK_MODE_SA : Listed.Kind.MAIN_MODE_SA,
                        block.value("local") + " - " + block.value("remote"));
            }
        }
    }

    private void modern(Block block) {
        if (ModernRules.isMainMode(block) && block.has("name")) {
            mainModeRules.add(ModernRules.mainModeRule(block));
            return;
        }
        var missing = ModernRules.missing(block);
        if (!missing.isEmpty()) {
            reading.problems()
                    .add(block.place().label(), "This rule is not whole, it lacks " + String.join(", ", missing) + ".");
        }
        rules.add(ModernRules.rule(block));
    }

    private void netdiag(Block block) {
        if (block.has("policy")) {
            String name = block.value("policy").replaceAll("^'([^']*)'.*$", "$1");
            active.add(new LegacyPolicy(
                    name,
                    LegacyPolicy.Assigned.YES,
                    new Origin(Origin.Kind.LOCAL, ""),
                    List.of(),
                    block.settings(),
                    block.place()));
        }
        dynamic.add(block);
        list(block, Listed.Kind.OTHER, "netdiag");
    }

    private void list(Block block, Listed.Kind kind, String name) {
        listed.add(new Listed(kind, name, flat(block), block.place()));
    }

    /** The settings of a block and of those inside it. */
    static List<Setting> flat(Block block) {
        List<Setting> all = new ArrayList<>(block.settings());
        block.children().forEach(child -> all.addAll(flat(child)));
        return all;
    }

    private HostPolicy finish(String name) {
        rules.addAll(cmdlets.rules());
        rules.addAll(legacy.rules());
        rules.addAll(dynamic.rules());
        mainModeRules.addAll(cmdlets.mainModeRules());
        listed.addAll(cmdlets.listed());
        List<LegacyPolicy> policies = new ArrayList<>(legacy.policies());
        active.stream()
                .filter(one -> policies.stream().noneMatch(known -> known.name().equals(one.name())))
                .forEach(policies::add);
        return new HostPolicy(name, policies, rules, mainModeRules, listed, reading.unknown());
    }
}
