package org.ipsecworkbench.lab.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The domain that the simulated hosts are members of: its policies, accounts and authority. Guarded by the network's
 * lock.
 */
public final class Domain {
    public static final String NAME = "lab.test";
    public static final String NETBIOS = "LAB";
    public static final String CONTROLLER = "DC1";
    public static final String CONTROLLER_ADDRESS = "10.57.0.2";

    /** The group policy object that carries connection security rules. */
    public static final String GPO = "IPsec for servers";

    private final LegacyStore legacy = new LegacyStore();
    private final List<ConsecRule> rules = new ArrayList<>();
    private final Set<String> disabled = new HashSet<>();
    private final CertificateAuthority authority;
    private boolean mergesLocalRules = true;

    Domain(CertificateAuthority authority) {
        this.authority = authority;
    }

    /** The old policies that group policy objects can assign; the assigned one is what members get. */
    public LegacyStore legacy() {
        return legacy;
    }

    /** The connection security rules that members get at their next update of group policy. */
    public List<ConsecRule> rules() {
        return rules;
    }

    /** Whether rules of a member itself hold beside those of group policy. */
    public boolean mergesLocalRules() {
        return mergesLocalRules;
    }

    public void setMergesLocalRules(boolean merges) {
        mergesLocalRules = merges;
    }

    /** The computer accounts that are disabled. */
    public Set<String> disabled() {
        return disabled;
    }

    public CertificateAuthority authority() {
        return authority;
    }
}
