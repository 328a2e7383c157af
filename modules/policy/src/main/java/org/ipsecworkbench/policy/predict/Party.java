package org.ipsecworkbench.policy.predict;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipsecworkbench.policy.Addresses.Match;
import org.ipsecworkbench.policy.AuthMethod;
import org.ipsecworkbench.policy.CertificateCriteria;
import org.ipsecworkbench.policy.Fact;
import org.ipsecworkbench.policy.Flow;
import org.ipsecworkbench.policy.Generation;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.KeyModule;
import org.ipsecworkbench.policy.Keying;
import org.ipsecworkbench.policy.Listed;
import org.ipsecworkbench.policy.MainModeOffer;
import org.ipsecworkbench.policy.MainModeRule;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.QuickModeOffer;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Setting;
import org.ipsecworkbench.policy.Side;
import org.ipsecworkbench.policy.offer.MainModeText;
import org.ipsecworkbench.policy.offer.QuickModeText;
import org.ipsecworkbench.policy.table.Facts;

/** One side of a negotiation: the values that it brings, read or assumed. */
final class Party {
    private static final String LEGACY_MAIN_MODE = "default-mainmode-legacy";
    private static final String MODERN_MAIN_MODE = "default-mainmode-modern";
    private static final String LEGACY_QUICK_MODE = "default-quickmode-legacy";
    private static final String MODERN_QUICK_MODE = "default-quickmode-modern";

    // Parsed once: a matrix asks for them ten thousand times.
    private static final List<MainModeOffer> DEFAULT_LEGACY_MAIN_MODE = mainMode(LEGACY_MAIN_MODE);
    private static final List<MainModeOffer> DEFAULT_MODERN_MAIN_MODE = mainMode(MODERN_MAIN_MODE);
    private static final List<QuickModeOffer> DEFAULT_LEGACY_QUICK_MODE = quickMode(LEGACY_QUICK_MODE);
    private static final List<QuickModeOffer> DEFAULT_MODERN_QUICK_MODE = quickMode(MODERN_QUICK_MODE);

    private final Side side;
    private final HostPolicy policy;
    private final Rule rule;
    private final Optional<MainModeRule> mainModeRule;
    private final List<Fact> assumed = new ArrayList<>();
    private final List<MainModeOffer> mainMode;
    private final List<QuickModeOffer> quickMode;
    private final List<AuthMethod> auth;

    Party(Side side, HostPolicy policy, Rule rule, Flow flow) {
        this.side = side;
        this.policy = policy;
        this.rule = rule;
        mainModeRule = rule.generation() == Generation.LEGACY ? Optional.empty() : mainModeRule(flow);
        mainMode = mainModeOffers();
        quickMode = quickModeOffers();
        auth = methods();
    }

    private static List<MainModeOffer> mainMode(String key) {
        return List.copyOf(MainModeText.parse(Facts.of(key).value(), 0, Place.NONE));
    }

    private static List<QuickModeOffer> quickMode(String key) {
        return List.copyOf(QuickModeText.parse(Facts.of(key).value(), Place.NONE));
    }

    private Optional<MainModeRule> mainModeRule(Flow flow) {
        return policy.mainModeRules().stream()
                .filter(MainModeRule::isEnabled)
                .filter(one -> between(one, flow) || between(one, flow.reverse()))
                .findFirst();
    }

    private static boolean between(MainModeRule one, Flow flow) {
        return one.endpoint1().matches(flow.source(), false) == Match.YES
                && one.endpoint2().matches(flow.destination(), false) == Match.YES;
    }

    private boolean isLegacy() {
        return rule.generation() == Generation.LEGACY;
    }

    private List<MainModeOffer> mainModeOffers() {
        List<MainModeOffer> ofRule = mainModeRule
                .map(MainModeRule::keying)
                .map(Keying::mainMode)
                .filter(offers -> !offers.isEmpty())
                .orElse(rule.keying().mainMode());
        if (!ofRule.isEmpty()) {
            return ofRule;
        }
        for (Listed globals : isLegacy() ? List.<Listed>of() : policy.of(Listed.Kind.GLOBAL)) {
            for (Setting setting : globals.settings()) {
                List<MainModeOffer> offers = setting.key().equals("mmoffers")
                        ? MainModeText.parse(setting.value(), 0, setting.place())
                        : List.of();
                if (!offers.isEmpty()) {
                    return offers;
                }
            }
        }
        assume(isLegacy() ? LEGACY_MAIN_MODE : MODERN_MAIN_MODE);
        return isLegacy() ? DEFAULT_LEGACY_MAIN_MODE : DEFAULT_MODERN_MAIN_MODE;
    }

    private List<QuickModeOffer> quickModeOffers() {
        if (!rule.keying().quickMode().isEmpty()) {
            return rule.keying().quickMode();
        }
        assume(isLegacy() ? LEGACY_QUICK_MODE : MODERN_QUICK_MODE);
        return isLegacy() ? DEFAULT_LEGACY_QUICK_MODE : DEFAULT_MODERN_QUICK_MODE;
    }

    private List<AuthMethod> methods() {
        List<AuthMethod> ofRule = mainModeRule
                .map(MainModeRule::keying)
                .map(Keying::firstAuth)
                .filter(methods -> !methods.isEmpty())
                .orElse(rule.keying().firstAuth());
        if (!ofRule.isEmpty()) {
            return ofRule;
        }
        assume("default-auth");
        return List.of(new AuthMethod(AuthMethod.Kind.KERBEROS, "", "", CertificateCriteria.NONE, Place.NONE));
    }

    private void assume(String key) {
        assumed.add(Facts.of(key));
    }

    /** Which end of the flow it is. */
    Side side() {
        return side;
    }

    String name() {
        return policy.name();
    }

    /** The main mode rule between both hosts, before whose values those of the rule do not count. */
    Optional<MainModeRule> mainModeRule() {
        return mainModeRule;
    }

    Rule rule() {
        return rule;
    }

    /** Defaults that stand in for what was not read. */
    List<Fact> assumed() {
        return assumed;
    }

    List<MainModeOffer> mainMode() {
        return mainMode;
    }

    List<QuickModeOffer> quickMode() {
        return quickMode;
    }

    List<AuthMethod> auth() {
        return auth;
    }

    /** Of the user or of health; empty for none. Main mode rules have none, so it is that of the rule. */
    List<AuthMethod> secondAuth() {
        return rule.keying().secondAuth();
    }

    /** Key modules that it may use; empty where its Windows decides. */
    Set<KeyModule> modules() {
        return isLegacy() ? EnumSet.of(KeyModule.IKEV1) : rule.keying().modules();
    }

    String pfs() {
        return rule.keying().pfsGroup().isEmpty() ? "none" : rule.keying().pfsGroup();
    }
}
