package org.ipsecworkbench.lab.model;

import java.util.List;

/**
 * The three policies that come with Windows Server 2003 (TechNet, Understanding Default IPSec Policies), with rules for all
 * IP traffic and all ICMP traffic. Offers and lifetimes are from memory, not verified; descriptions are ours.
 */
final class DefaultPolicies {
    static final String ALL_IP = "All IP Traffic";
    static final String ALL_ICMP = "All ICMP Traffic";
    private static final int MINUTES = 480;
    private static final int POLLING = 180;
    private static final int SECONDS = 900;
    private static final int AH_SECONDS = 300;
    private static final int KILOBYTES = 100_000;

    private DefaultPolicies() {}

    static void addTo(LegacyStore store) {
        store.putFilters(ALL_IP, List.of(new LegacyFilter(Endpoint.ME, Endpoint.ANY, "ANY", 0, 0, true)));
        store.putFilters(ALL_ICMP, List.of(new LegacyFilter(Endpoint.ME, Endpoint.ANY, "ICMP", 0, 0, true)));
        store.put(new FilterAction(
                "Permit", "Passes without IPsec", FilterAction.Kind.PERMIT, false, false, false, List.of()));
        store.put(new FilterAction(
                "Request Security (Optional)",
                "Asks for IPsec and goes on in clear without an answer",
                FilterAction.Kind.NEGOTIATE,
                true,
                true,
                false,
                List.of(
                        esp(Cipher.TRIPLE_DES, Integrity.SHA1),
                        esp(Cipher.DES, Integrity.SHA1),
                        ah(Integrity.SHA1),
                        ah(Integrity.MD5))));
        store.put(new FilterAction(
                "Require Security",
                "Accepts what comes in clear and answers with IPsec only",
                FilterAction.Kind.NEGOTIATE,
                true,
                false,
                false,
                List.of(
                        esp(Cipher.TRIPLE_DES, Integrity.SHA1),
                        esp(Cipher.TRIPLE_DES, Integrity.MD5),
                        esp(Cipher.DES, Integrity.SHA1),
                        esp(Cipher.DES, Integrity.MD5))));
        store.put(policy("Client (Respond Only)", "Never asks for IPsec, answers who does", List.of()));
        store.put(policy(
                "Server (Request Security)",
                "Asks for IPsec with everybody, by Kerberos",
                List.of(rule(ALL_IP, "Request Security (Optional)"), rule(ALL_ICMP, "Permit"))));
        store.put(policy(
                "Secure Server (Require Security)",
                "Talks with IPsec only, by Kerberos",
                List.of(rule(ALL_IP, "Require Security"), rule(ALL_ICMP, "Permit"))));
    }

    private static LegacyPolicy policy(String name, String description, List<LegacyRule> rules) {
        return new LegacyPolicy(name, description, true, MainModeOffer.LEGACY, MINUTES, POLLING, rules);
    }

    private static LegacyRule rule(String filters, String action) {
        return new LegacyRule("", filters, action, List.of(Authentication.KERBEROS), true);
    }

    private static QuickModeOffer esp(Cipher cipher, Integrity integrity) {
        return new QuickModeOffer(false, cipher, integrity, SECONDS, KILOBYTES);
    }

    private static QuickModeOffer ah(Integrity integrity) {
        return new QuickModeOffer(true, Cipher.NONE, integrity, AH_SECONDS, KILOBYTES);
    }
}
