package org.ipsecworkbench.policy;

import java.util.Map;

/** One set of algorithms that a host offers or accepts. */
public sealed interface Offer permits MainModeOffer, QuickModeOffer {
    /** For people. */
    String label();

    /** As {@code netsh advfirewall} sets it, also where it can set none such: {@code DHGroup14-aes256-sha256}. */
    String netsh();

    /** Where it stands. */
    Place place();

    /** What has to be equal on both sides, by its name in words, in the order in which it is compared. */
    Map<String, String> values();

    /** Whether both ask for the same. Lifetimes do not prevent an agreement (RFC 2407, section 4.5.4). */
    default boolean agreesWith(Offer other) {
        return values().equals(other.values());
    }
}
