package org.ipsecworkbench.diagnosis.check.policy;

import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Pair;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.RemedyDraft;
import org.ipsecworkbench.policy.DirectedPrediction;
import org.ipsecworkbench.policy.Effective;
import org.ipsecworkbench.policy.Generation;
import org.ipsecworkbench.policy.MainModeOffer;
import org.ipsecworkbench.policy.QuickModeOffer;
import org.ipsecworkbench.policy.Rule;
import org.jspecify.annotations.Nullable;

/** What to offer so that two hosts agree. */
final class Offers {
    private static final String WARNING =
            "Every peer of the host gets the new offer; those that know only the old one are cut off where it is replaced.";

    private Offers() {}

    /** The host whose offers the prediction would change gets the first one of the other; 2003 cannot have AES. */
    static Finding mainMode(Finding finding, Pair pair, DirectedPrediction prediction) {
        boolean toOne = prediction.cure().contains(" to " + pair.one().name() + ".");
        HostFacts target = toOne ? pair.one() : pair.other();
        Rule rule = toOne ? pair.ofOther().rule() : pair.ofOne().rule();
        List<MainModeOffer> offers = rule == null ? List.of() : rule.keying().mainMode();
        HostFacts old = pair.one().platform().isLegacy() ? pair.one() : pair.other();
        boolean isOldAgainstAes = old.platform().isLegacy() && hasOnlyAes(pair);
        if (isOldAgainstAes) {
            return finding.remedied("2003 knows no AES, so " + old.name() + " has to be replaced or exempted");
        }
        if (offers.isEmpty()) {
            return finding.remedied("give both one offer in common");
        }
        String offer = label(offers.get(0));
        if (target.platform().isLegacy()) {
            return finding.remedied("give " + target.name() + " " + offer);
        }
        List<MainModeOffer> before =
                offersOf(toOne ? pair.ofOne().rule() : pair.ofOther().rule());
        String all = setting(offers.get(0)) + (before.isEmpty() ? "" : "," + joined(before));
        String restored = before.isEmpty() ? "default" : joined(before);
        return finding.remedied(
                "give " + target.name() + " " + offer,
                Remedy.draft(
                                "main-mode-offer/" + target.name(),
                                target.name(),
                                "Let " + target.name() + " offer " + offer + " first",
                                Remedy.Risk.MEDIUM,
                                WARNING)
                        .run("netsh", "advfirewall", "set", "global", "mainmode", "mmsecmethods", all)
                        .undo("netsh", "advfirewall", "set", "global", "mainmode", "mmsecmethods", restored)
                        .restsOn(target.evidence(), Commands.RULES_IN_FORCE)
                        .mayCutOff()
                        .done());
    }

    private static List<MainModeOffer> offersOf(@Nullable Rule rule) {
        return rule == null ? List.of() : rule.keying().mainMode();
    }

    private static boolean hasOnlyAes(Pair pair) {
        Rule modern = pair.one().platform().isLegacy()
                ? pair.ofOther().rule()
                : pair.ofOne().rule();
        List<MainModeOffer> offers = offersOf(modern);
        return !offers.isEmpty()
                && offers.stream().allMatch(offer -> offer.encryption().startsWith("aes"));
    }

    private static String joined(List<MainModeOffer> offers) {
        return String.join(",", offers.stream().map(Offers::setting).toList());
    }

    /** As {@code netsh advfirewall} shows it: {@code DHGroup14-AES256-SHA256}. */
    private static String label(MainModeOffer offer) {
        return group(offer.group()) + "-" + offer.encryption().toUpperCase(Locale.ROOT) + "-"
                + offer.integrity().toUpperCase(Locale.ROOT);
    }

    /** As it is set: {@code dhgroup14:aes256-sha256}. */
    private static String setting(MainModeOffer offer) {
        return group(offer.group()).toLowerCase(Locale.ROOT) + ":" + offer.encryption() + "-" + offer.integrity();
    }

    private static String group(String name) {
        return name.startsWith("dh") ? "DHGroup" + name.substring(2) : name.toUpperCase(Locale.ROOT);
    }

    /** The second host gets the quick mode offers of the first. */
    static List<Remedy> quickMode(Pair pair) {
        Rule one = modern(pair.ofOne());
        Rule other = modern(pair.ofOther());
        return one == null || other == null || one.keying().quickMode().isEmpty()
                ? List.of()
                : methods(
                        pair.other().name(),
                        List.of(pair.other()),
                        List.of(other),
                        quick(one.keying().quickMode().get(0)));
    }

    /** Both hosts get a quick mode method with a cipher, in one change: with one of them alone they would have nothing in common. */
    static List<Remedy> withCipher(Pair pair) {
        Rule one = modern(pair.ofOne());
        Rule other = modern(pair.ofOther());
        return one == null || other == null
                ? List.of()
                : methods(
                        pair.one().name() + "+" + pair.other().name(),
                        List.of(pair.one(), pair.other()),
                        List.of(one, other),
                        "esp:sha256-aes256+60min+100000kb");
    }

    private static @Nullable Rule modern(Effective effective) {
        Rule rule = effective.rule();
        return rule != null && rule.generation() == Generation.MODERN ? rule : null;
    }

    /**
     * A method of quick mode for rules of hosts, which stand in the same order.
     *
     * @param names of the hosts, as part of the id
     */
    private static List<Remedy> methods(String names, List<HostFacts> hosts, List<Rule> rules, String method) {
        HostFacts first = hosts.get(0);
        String where = String.join(" and ", hosts.stream().map(HostFacts::name).toList());
        RemedyDraft draft = Remedy.draft(
                "quick-mode-methods/" + names,
                first.name(),
                "Let the rule \"" + rules.get(0).name() + "\" of " + where + " offer " + method,
                Remedy.Risk.MEDIUM,
                WARNING);
        for (int i = 0; i < hosts.size(); i++) {
            HostFacts host = hosts.get(i);
            List<QuickModeOffer> before = rules.get(i).keying().quickMode();
            String old = before.isEmpty()
                    ? "default"
                    : String.join(",", before.stream().map(Offers::quick).toList());
            String name = "name=" + rules.get(i).name();
            draft.on(host.name())
                    .run("netsh", "advfirewall", "consec", "set", "rule", name, "new", "qmsecmethods=" + method)
                    .undo("netsh", "advfirewall", "consec", "set", "rule", name, "new", "qmsecmethods=" + old)
                    .restsOn(host.evidence(), Commands.RULES_IN_FORCE);
        }
        return draft.mayCutOff().done();
    }

    private static String quick(QuickModeOffer offer) {
        String what = offer.encapsulation() == QuickModeOffer.Encapsulation.AH
                ? "ah:" + offer.ahIntegrity()
                : "esp:" + offer.espIntegrity() + "-" + offer.encryption();
        return what + "+60min+100000kb";
    }
}
