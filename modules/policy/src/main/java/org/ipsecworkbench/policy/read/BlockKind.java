package org.ipsecworkbench.policy.read;

/** What a block of settings describes; its context is that of its labels in {@code labels.tsv}. */
public enum BlockKind {
    /** A rule of {@code netsh advfirewall consec}, {@code mainmode} or {@code monitor show consec}. */
    CONSEC("consec"),
    /** A main mode or quick mode SA. */
    ASSOCIATION("sa"),
    /** Settings of the whole host. */
    GLOBAL("global"),
    /** A firewall profile. */
    PROFILE("profile"),
    /** A policy of {@code netsh ipsec static}. */
    POLICY("legacy"),
    LEGACY_RULE("legacy"),
    FILTER_LIST("legacy"),
    FILTER("legacy"),
    FILTER_ACTION("legacy"),
    /** Which policy a GPO assigns. */
    ASSIGNMENT("legacy"),
    /** The default response rule, as a script sets it. */
    DEFAULT_RULE("legacy"),
    /** A filter of {@code netsh ipsec dynamic}, with its actions. */
    DYNAMIC_FILTER("dynamic"),
    /** A main mode or quick mode policy of {@code netsh ipsec dynamic}. */
    DYNAMIC_POLICY("dynamic"),
    STATISTICS("statistics"),
    /** An active policy as netdiag of the Support Tools tells it. */
    NETDIAG("netdiag"),
    /** An object of a NetIPsec cmdlet. */
    CMDLET("cmdlet"),
    /** A provider context of the filtering platform. */
    PLATFORM("platform"),
    /** A filter of IPsec of the filtering platform. */
    PLATFORM_FILTER("platform");

    private final String context;

    BlockKind(String context) {
        this.context = context;
    }

    /** Which labels it has. */
    public String context() {
        return context;
    }
}
