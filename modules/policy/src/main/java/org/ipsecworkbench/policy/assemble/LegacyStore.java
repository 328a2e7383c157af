package org.ipsecworkbench.policy.assemble;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.policy.AuthMethod;
import org.ipsecworkbench.policy.Filter;
import org.ipsecworkbench.policy.Generation;
import org.ipsecworkbench.policy.KeyModule;
import org.ipsecworkbench.policy.Keying;
import org.ipsecworkbench.policy.LegacyPolicy;
import org.ipsecworkbench.policy.LegacyPolicy.Assigned;
import org.ipsecworkbench.policy.MainModeOffer;
import org.ipsecworkbench.policy.Origin;
import org.ipsecworkbench.policy.QuickModeOffer;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Setting;
import org.ipsecworkbench.policy.Treatment;
import org.ipsecworkbench.policy.read.Block;
import org.ipsecworkbench.policy.read.BlockKind;
import org.ipsecworkbench.policy.table.Words;
import org.jspecify.annotations.Nullable;

/**
 * Policies of netsh ipsec static, from listings and from scripts.
 *
 * <p>Both name filter lists and filter actions. A listing with details also prints them behind the rule that uses them, so
 * what follows a rule is taken for its own where the rule does not name them.
 */
final class LegacyStore {
    /** A rule until all names are known. */
    private static final class Draft {
        final Block block;
        final String policy;
        String list;
        String action;
        final List<AuthMethod> auth = new ArrayList<>();

        Draft(Block block, String policy) {
            this.block = block;
            this.policy = policy;
            list = block.value("filterlist");
            action = block.value("filteraction");
            auth.addAll(AuthText.legacy(block));
        }
    }

    /** A policy until everything about it was read: scripts assign it in a command of its own. */
    private static final class PolicyDraft {
        final Block block;
        final List<MainModeOffer> mainMode = new ArrayList<>();
        Assigned assigned = Assigned.UNKNOWN;
        boolean hasDefaultRule;

        PolicyDraft(Block block) {
            this.block = block;
        }

        /** A second listing of the same policy tells of the same offers. */
        void offer(List<MainModeOffer> offers) {
            for (MainModeOffer offer : offers) {
                if (mainMode.stream().noneMatch(offer::agreesWith)) {
                    mainMode.add(offer);
                }
            }
        }
    }

    private final Map<String, PolicyDraft> policies = new LinkedHashMap<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, List<Filter>> lists = new HashMap<>();
    private final Map<String, Block> actions = new HashMap<>();
    private final List<Block> assignments = new ArrayList<>();
    private @Nullable PolicyDraft policy;
    private @Nullable Draft rule;
    private String list = "";

    /** Takes the next block of a listing or a script. */
    void add(Block block) {
        switch (block.kind()) {
            case POLICY -> policy(block);
            case LEGACY_RULE -> rule(block);
            case FILTER_LIST -> {
                list = block.value("filterlistname");
                lists.computeIfAbsent(list, name -> new ArrayList<>());
                if (rule != null && rule.list.isEmpty()) {
                    rule.list = list;
                }
            }
            case FILTER -> filter(block);
            case FILTER_ACTION -> action(block);
            case DEFAULT_RULE -> {
                PolicyDraft owner = policies.get(block.value("policyname"));
                if (owner != null && block.has("activated")) {
                    owner.hasDefaultRule = !Words.isNo(block.value("activated"));
                }
            }
            default -> assignments.add(block);
        }
        if (policy != null && block.kind() != BlockKind.POLICY) {
            policy.offer(ModernRules.mainMode(block));
        }
    }

    private void policy(Block block) {
        String name = block.value("policyname");
        PolicyDraft draft = policies.computeIfAbsent(name, key -> new PolicyDraft(block));
        draft.offer(ModernRules.mainMode(block));
        if (block.has("assigned")) {
            String assigned = block.value("assigned");
            draft.assigned =
                    Words.isYes(assigned) ? Assigned.YES : Words.isNo(assigned) ? Assigned.NO : Assigned.UNKNOWN;
        }
        // A script that adds a policy without a word about it gets the default response rule (netsh ipsec, add policy).
        boolean isAdded = block.value("verb").equals("add");
        draft.hasDefaultRule |= isAdded && !Words.isNo(block.value("defaultrule"));
        policy = draft;
        rule = null;
    }

    private void rule(Block block) {
        String owner = block.has("policyname") || policy == null
                ? block.value("policyname")
                : policy.block.value("policyname");
        rule = new Draft(block, owner);
        drafts.add(rule);
    }

    private void filter(Block block) {
        if (block.has("filterlistname")) {
            list = block.value("filterlistname");
        }
        lists.computeIfAbsent(list, name -> new ArrayList<>()).add(LegacyFilter.of(block));
        own(block);
    }

    private void action(Block block) {
        String name = block.value("filteractionname");
        // A rule may name its action before a list of actions tells what that does.
        actions.merge(name, block, (known, next) -> isTold(known) ? known : next);
        if (rule != null && rule.action.isEmpty()) {
            rule.action = name;
        }
        own(block);
    }

    private static boolean isTold(Block action) {
        return action.has("action") || action.has("qmoffers");
    }

    /** Authentication is printed at the end of a rule, behind its parts. */
    private void own(Block block) {
        if (rule != null) {
            rule.auth.addAll(AuthText.legacy(block));
        }
    }

    List<LegacyPolicy> policies() {
        List<LegacyPolicy> all = new ArrayList<>();
        policies.forEach((name, draft) -> all.add(new LegacyPolicy(
                name,
                assigned(name, draft),
                origin(name, draft.block),
                draft.mainMode,
                draft.block.settings(),
                draft.block.place())));
        for (Block assignment : assignments) {
            unread(assignment, "adpolicy", Origin.Kind.GPO, all);
            unread(assignment, "localpolicy", Origin.Kind.LOCAL, all);
        }
        return all;
    }

    /** A policy that is assigned and of which nothing else was read. */
    private void unread(Block assignment, String key, Origin.Kind kind, List<LegacyPolicy> all) {
        String name = assignment.value(key);
        boolean isNamed = !name.isEmpty() && !Words.meaning(name).equals("none");
        if (isNamed && !policies.containsKey(name)) {
            String gpo = kind == Origin.Kind.GPO ? assignment.value("gpo") : "";
            all.add(new LegacyPolicy(
                    name, Assigned.YES, new Origin(kind, gpo), List.of(), assignment.settings(), assignment.place()));
        }
    }

    private Assigned assigned(String name, PolicyDraft draft) {
        boolean isAssigned = assignments.stream()
                .anyMatch(one -> one.value("adpolicy").equals(name)
                        || one.value("localpolicy").equals(name));
        return isAssigned ? Assigned.YES : draft.assigned;
    }

    private Origin origin(String name, Block block) {
        for (Block assignment : assignments) {
            if (assignment.value("adpolicy").equals(name)) {
                return new Origin(Origin.Kind.GPO, assignment.value("gpo"));
            }
        }
        String store = block.value("store").toLowerCase(Locale.ROOT);
        if (store.contains("domain") || store.contains("directory")) {
            return new Origin(Origin.Kind.GPO, block.value("store"));
        }
        boolean isScript = block.has("verb");
        return store.contains("local") || isScript ? new Origin(Origin.Kind.LOCAL, "") : block.origin();
    }

    List<Rule> rules() {
        // What is stored and what is in force are listings of their own, and tell of the same rules; the latter comes
        // later.
        Map<String, Rule> known = new LinkedHashMap<>();
        int number = 0;
        for (Draft draft : drafts) {
            number++;
            Rule rule = rule(draft, number);
            known.put(meaning(rule), rule);
        }
        List<Rule> rules = new ArrayList<>(known.values());
        policies.forEach((name, draft) -> {
            boolean isListed = rules.stream()
                    .anyMatch(
                            one -> one.policy().equals(name) && one.treatment().kind() == Treatment.Kind.RESPOND);
            if (draft.hasDefaultRule && !isListed) {
                rules.add(defaultRule(name, draft));
            }
        });
        return rules;
    }

    private static String meaning(Rule rule) {
        Keying keying = rule.keying();
        return String.join(
                "\n",
                rule.policy(),
                rule.name(),
                String.valueOf(rule.isEnabled()),
                rule.treatment().label(),
                String.valueOf(rule.tunnel()),
                String.valueOf(rule.filters().stream().map(Filter::label).toList()),
                String.valueOf(keying.firstAuth().stream()
                        .map(one -> one.label() + one.keyDigest())
                        .toList()),
                String.valueOf(
                        keying.quickMode().stream().map(QuickModeOffer::label).toList()),
                keying.pfsGroup());
    }

    private Rule defaultRule(String name, PolicyDraft draft) {
        Keying keying = new Keying(Set.of(), List.of(), List.of(), draft.mainMode, List.of(), "");
        return new Rule(
                "default response",
                "",
                name,
                Generation.LEGACY,
                true,
                origin(name, draft.block),
                Set.of(),
                List.of(),
                Treatment.RESPOND,
                Rule.Tunnel.NONE,
                keying,
                draft.block.all("defaultrule"),
                draft.block.place());
    }

    private Rule rule(Draft draft, int number) {
        Block action = actions.get(draft.action);
        List<Setting> settings = new ArrayList<>(draft.block.settings());
        if (action != null) {
            settings.addAll(action.settings());
        }
        PolicyDraft owner = policies.get(draft.policy);
        Keying keying = new Keying(
                Set.of(KeyModule.IKEV1),
                draft.auth,
                List.of(),
                owner == null ? List.of() : owner.mainMode,
                action == null ? ModernRules.quickMode(draft.block) : ModernRules.quickMode(action),
                action == null ? "" : pfs(action.value("qmpfs")));
        return new Rule(
                name(draft, number),
                draft.block.value("ruleid"),
                draft.policy,
                Generation.LEGACY,
                !Words.isNo(draft.block.value("activated")),
                owner == null ? draft.block.origin() : origin(draft.policy, owner.block),
                Set.of(),
                lists.getOrDefault(draft.list, List.of()),
                isDefault(draft) ? Treatment.RESPOND : LegacyAction.of(action),
                LegacyAction.tunnel(draft.block),
                keying,
                settings,
                draft.block.place());
    }

    /** What an action does not say it does not ask for; what nobody understands was not read. */
    private static String pfs(String text) {
        return Words.isYes(text) ? "mainmode" : text.isEmpty() || Words.isNo(text) ? "none" : "";
    }

    private static String name(Draft draft, int number) {
        String name = draft.block.value("rulename");
        boolean isNamed = !name.isEmpty() && !Words.meaning(name).equals("none");
        return isNamed ? name : draft.list.isEmpty() ? "rule " + number : draft.list;
    }

    private static boolean isDefault(Draft draft) {
        String list = draft.list.toLowerCase(Locale.ROOT);
        return list.contains("<dynamic>")
                || draft.block.value("rulename").toLowerCase(Locale.ROOT).contains("default response");
    }
}
