package org.ipsecworkbench.lab.model;

import java.util.List;

/** A rule of an old policy; its filter list and filter action stand in the same store, by name. */
public record LegacyRule(
        String name, String filterList, String filterAction, List<Authentication> authentication, boolean isActive) {

    public LegacyRule {
        authentication = List.copyOf(authentication);
    }
}
