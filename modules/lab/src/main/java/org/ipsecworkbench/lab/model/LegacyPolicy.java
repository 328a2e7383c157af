package org.ipsecworkbench.lab.model;

import java.util.List;

/**
 * An IPsec policy of the kind that Windows 2000 brought.
 *
 * @param isResponding whether the default response rule is active
 * @param minutes the lifetime of main mode
 * @param pollingMinutes how often it is looked for changes
 */
public record LegacyPolicy(
        String name,
        String description,
        boolean isResponding,
        List<MainModeOffer> mainMode,
        int minutes,
        int pollingMinutes,
        List<LegacyRule> rules) {

    public LegacyPolicy {
        mainMode = List.copyOf(mainMode);
        rules = List.copyOf(rules);
    }

    /** The same with other rules. */
    public LegacyPolicy with(List<LegacyRule> others) {
        return new LegacyPolicy(name, description, isResponding, mainMode, minutes, pollingMinutes, others);
    }
}
