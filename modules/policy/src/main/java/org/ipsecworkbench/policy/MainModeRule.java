package org.ipsecworkbench.policy;

import java.util.List;
import java.util.Set;

/**
 * A main mode rule of Vista and later: which peers, and how to negotiate with them.
 *
 * @param name as people see it
 * @param isEnabled whether it is switched on
 * @param origin its store
 * @param profiles where it acts; empty for everywhere
 * @param endpoint1 one side
 * @param endpoint2 the other
 * @param keying main mode and authentication alone
 * @param settings every value that was read of it, in order
 * @param place where it begins
 */
public record MainModeRule(
        String name,
        boolean isEnabled,
        Origin origin,
        Set<NetworkProfile> profiles,
        Addresses endpoint1,
        Addresses endpoint2,
        Keying keying,
        List<Setting> settings,
        Place place) {
    /** Copies the collections. */
    public MainModeRule {
        profiles = Set.copyOf(profiles);
        settings = List.copyOf(settings);
    }

    /** The same rule with other keying, for asking what if. */
    public MainModeRule withKeying(Keying other) {
        return new MainModeRule(name, isEnabled, origin, profiles, endpoint1, endpoint2, other, settings, place);
    }
}
