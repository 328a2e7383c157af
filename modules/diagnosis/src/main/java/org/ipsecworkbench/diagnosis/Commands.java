package org.ipsecworkbench.diagnosis;

/** The commands that several checks read. All of them only read. */
public final class Commands {
    /** The version in numbers, in any language. */
    public static final Need VERSION = Need.user("which Windows it is", "ver");

    public static final Need ADDRESSES = Need.user("its addresses", "ipconfig", "/all");

    /** Connection security rules in force, of every store, with the global settings. */
    public static final Need RULES_IN_FORCE = Need.administrator(
            "the connection security rules in force", "netsh", "advfirewall", "monitor", "show", "consec", "verbose");

    /** Connection security rules that the host itself holds, in force or not. */
    public static final Need LOCAL_RULES = Need.administrator(
            "the connection security rules of the host itself",
            "netsh",
            "advfirewall",
            "consec",
            "show",
            "rule",
            "name=all",
            "verbose");

    public static final Need CURRENT_PROFILE = Need.administrator(
            "the firewall profile in use", "netsh", "advfirewall", "monitor", "show", "currentprofile");

    public static final Need QUICK_MODE_SAS =
            Need.administrator("quick mode SAs", "netsh", "advfirewall", "monitor", "show", "qmsa");

    /** Policies of the Policy Agent that the host holds, with the one that is assigned. */
    public static final Need STORED_POLICIES =
            Need.administrator("the IPsec policies of the host itself", "netsh", "ipsec", "static", "show", "all");

    public static final Need ASSIGNED_BY_DOMAIN = Need.administrator(
            "the IPsec policy that the domain assigns", "netsh", "ipsec", "static", "show", "gpoassignedpolicy");

    /** What the Policy Agent has in force, with SAs and settings. */
    public static final Need POLICY_IN_FORCE =
            Need.administrator("the IPsec policy in force", "netsh", "ipsec", "dynamic", "show", "all");

    private Commands() {}

    /** State of a service. */
    public static Need service(String name) {
        return Need.user("whether the service " + name + " runs", "sc", "queryex", name);
    }

    /** How a service starts. */
    public static Need serviceStart(String name) {
        return Need.user("how the service " + name + " starts", "sc", "qc", name);
    }
}
