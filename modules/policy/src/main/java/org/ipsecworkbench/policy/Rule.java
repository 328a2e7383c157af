package org.ipsecworkbench.policy;

import java.util.List;
import java.util.Set;

/**
 * A rule of IPsec: which traffic, what to do with it, and how.
 *
 * @param name as people see it
 * @param id that other objects name it by; empty where there is none
 * @param policy legacy: the policy that it belongs to; else empty
 * @param generation which policy model
 * @param isEnabled whether it is switched on
 * @param origin its store
 * @param profiles where it acts; empty for everywhere
 * @param filters the traffic; none where they were not read
 * @param treatment what it does
 * @param tunnel transport mode where both ends are empty
 * @param keying how it negotiates
 * @param settings every value that was read of it, in order
 * @param place where it begins
 */
public record Rule(
        String name,
        String id,
        String policy,
        Generation generation,
        boolean isEnabled,
        Origin origin,
        Set<NetworkProfile> profiles,
        List<Filter> filters,
        Treatment treatment,
        Tunnel tunnel,
        Keying keying,
        List<Setting> settings,
        Place place) {
    /**
     * The ends of a tunnel, as they were read.
     *
     * @param isTunnel whether it is in tunnel mode
     * @param local may be {@code any} or empty
     * @param remote may be {@code any} or empty
     */
    public record Tunnel(boolean isTunnel, String local, String remote) {
        /** Transport mode. */
        public static final Tunnel NONE = new Tunnel(false, "", "");
    }

    /** Copies the collections. */
    public Rule {
        profiles = Set.copyOf(profiles);
        filters = List.copyOf(filters);
        settings = List.copyOf(settings);
    }

    /** Where a value stands; where the rule begins if it has no such value. */
    public Place placeOf(String key) {
        return settings.stream()
                .filter(setting -> setting.key().equals(key))
                .map(Setting::place)
                .findFirst()
                .orElse(place);
    }

    /** The same rule with other keying, for asking what if. */
    public Rule withKeying(Keying other) {
        return new Rule(
                name,
                id,
                policy,
                generation,
                isEnabled,
                origin,
                profiles,
                filters,
                treatment,
                tunnel,
                other,
                settings,
                place);
    }

    /** The same rule with another action. */
    public Rule withTreatment(Treatment other) {
        return new Rule(
                name,
                id,
                policy,
                generation,
                isEnabled,
                origin,
                profiles,
                filters,
                other,
                tunnel,
                keying,
                settings,
                place);
    }
}
