package org.ipsecworkbench.policy;

import java.util.List;

/**
 * A policy of the IPsec Policy Agent. One is in force at most: one that the directory assigns replaces a local one whole.
 *
 * @param name as people see it
 * @param assigned whether its store assigns it
 * @param origin its store
 * @param mainMode ordered
 * @param settings every value that was read of it, in order
 * @param place where it begins
 */
public record LegacyPolicy(
        String name,
        Assigned assigned,
        Origin origin,
        List<MainModeOffer> mainMode,
        List<Setting> settings,
        Place place) {
    /** Whether a policy is assigned. */
    public enum Assigned {
        /** It is in force. */
        YES,
        /** It is not in force. */
        NO,
        /** What was read does not tell. */
        UNKNOWN
    }

    /** Copies the lists. */
    public LegacyPolicy {
        mainMode = List.copyOf(mainMode);
        settings = List.copyOf(settings);
    }
}
