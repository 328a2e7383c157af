package org.ipsecworkbench.lab.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The domain that the simulated hosts are members of: its policies, accounts and authority. Guarded by the network's
 * lock.
 */
public final class Domain {
    public static final String NAME = "lab.test";
    public static final String NETBIOS = "LAB";
    public static final String CONTROLLER = "DC1";
    public static final String CONTROLLER_ADDRESS = "10.57.0.2";

    /** Where the revocation lists are. */
    public static final String LISTS = "pki." + NAME;

    public static final String LISTS_ADDRESS = "10.57.0.3";

    /** The group policy object that carries connection security rules. */
    public static final String GPO = "IPsec for servers";

    private final LegacyStore legacy = new LegacyStore();
    private final List<ConsecRule> rules = new ArrayList<>();
    private final Set<String> disabled = new HashSet<>();
    private final Instant made;
    private @Nullable CertificateAuthority authority;
    private boolean mergesLocalRules = true;

    Domain(Instant made) {
        this.made = made;
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

    /** The authority of the domain; it is made when it is first asked for, since its keys take a while. */
    public CertificateAuthority authority() {
        CertificateAuthority mine = authority;
        if (mine == null) {
            mine = CertificateAuthority.ofDomain("Lab CA", "http://" + LISTS + "/lab-ca.crl", made);
            authority = mine;
        }
        return mine;
    }
}
