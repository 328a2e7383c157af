package org.ipsecworkbench.hostconnection;

import java.util.Locale;

/** The steps from an address to a host that can be asked everything, in their order. */
public enum ConnectionStep {
    /** The name leads to an address. */
    RESOLVE,
    /** The port answers. */
    CONNECT,
    /** The host is the one that was meant, as far as the kind of connection tells. */
    TRUST,
    /** The service is WinRM, of a version that is supported. */
    IDENTIFY,
    /** The host accepts who we say we are. */
    AUTHENTICATE,
    /** Commands can be run. */
    SHELL,
    /** They run with the rights of an administrator. */
    ELEVATION,
    /** What runs there is known: operating system, language, clock, services. */
    SYSTEM;

    /** The name in JSON and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
