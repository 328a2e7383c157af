package org.ipsecworkbench.policyexplorer;

import org.ipsecworkbench.policy.Place;

/**
 * One value of what is selected.
 *
 * @param name what it is
 * @param value with its unit
 * @param where file and line; empty where it was not read but concluded
 */
record Detail(String name, String value, String where) {
    static Detail of(String name, String value, Place place) {
        return new Detail(name, value, place.label());
    }

    static Detail of(String name, String value) {
        return new Detail(name, value, "");
    }
}
