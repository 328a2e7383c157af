package org.ipsecworkbench.policy.select;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.Listed;
import org.ipsecworkbench.policy.NetworkProfile;

/** Which firewall profiles a host is in, as far as that was read. */
public final class Profiles {
    private Profiles() {}

    /** From {@code show currentprofile} and Get-NetConnectionProfile; empty where neither was read. */
    public static Set<NetworkProfile> inUse(HostPolicy policy) {
        Set<NetworkProfile> profiles = EnumSet.noneOf(NetworkProfile.class);
        for (Listed one : policy.of(Listed.Kind.PROFILE)) {
            String category = one.value("networkcategory").toLowerCase(Locale.ROOT);
            if (!one.value("current").isEmpty()) {
                category = one.value("profile");
            }
            // Numbers of NetworkCategory (MSFT_NetConnectionProfile).
            switch (category) {
                case "domain", "domainauthenticated", "2" -> profiles.add(NetworkProfile.DOMAIN);
                case "private", "1" -> profiles.add(NetworkProfile.PRIVATE);
                case "public", "0" -> profiles.add(NetworkProfile.PUBLIC);
                default -> {}
            }
        }
        return profiles;
    }
}
