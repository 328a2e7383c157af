package org.ipsecworkbench.lab.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A store of old policies: of a host, or of the domain. Names are found in any case. Guarded by the network's lock. */
public final class LegacyStore {
    private final Map<String, List<LegacyFilter>> filterLists = new LinkedHashMap<>();
    private final Map<String, String> filterListNames = new LinkedHashMap<>();
    private final Map<String, FilterAction> filterActions = new LinkedHashMap<>();
    private final Map<String, LegacyPolicy> policies = new LinkedHashMap<>();
    private String assigned = "";

    /** Makes a store with the three policies that come with Windows Server 2003, none of them assigned. */
    public LegacyStore() {
        DefaultPolicies.addTo(this);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    public @Nullable LegacyPolicy policy(String name) {
        return policies.get(key(name));
    }

    public Collection<LegacyPolicy> policies() {
        return Collections.unmodifiableCollection(policies.values());
    }

    public void put(LegacyPolicy policy) {
        policies.put(key(policy.name()), policy);
    }

    /** Removes a policy, and its assignment. */
    public void removePolicy(String name) {
        policies.remove(key(name));
        if (assigned.equalsIgnoreCase(name)) {
            assigned = "";
        }
    }

    /** The filters of a list, or null. */
    public @Nullable List<LegacyFilter> filters(String list) {
        return filterLists.get(key(list));
    }

    /** The names of the filter lists. */
    public Collection<String> filterLists() {
        return Collections.unmodifiableCollection(filterListNames.values());
    }

    public void putFilters(String list, List<LegacyFilter> filters) {
        filterListNames.putIfAbsent(key(list), list);
        filterLists.put(key(list), List.copyOf(filters));
    }

    public void removeFilters(String list) {
        filterListNames.remove(key(list));
        filterLists.remove(key(list));
    }

    public @Nullable FilterAction action(String name) {
        return filterActions.get(key(name));
    }

    public Collection<FilterAction> actions() {
        return Collections.unmodifiableCollection(filterActions.values());
    }

    public void put(FilterAction action) {
        filterActions.put(key(action.name()), action);
    }

    public void removeAction(String name) {
        filterActions.remove(key(name));
    }

    /** The policy that is assigned, or null. */
    public @Nullable LegacyPolicy assigned() {
        return assigned.isEmpty() ? null : policy(assigned);
    }

    /** Assigns a policy in place of any other; the empty name: none. */
    public void assign(String name) {
        assigned = name;
    }
}
