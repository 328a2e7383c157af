package org.ipsecworkbench.hostconnection;

import java.util.Locale;

/** How to tell a host who we are. */
public enum AuthenticationMethod {
    /** NTLMv2, sealed. */
    NTLM,
    /** Kerberos, sealed unless within TLS. */
    KERBEROS,
    /** A client certificate within TLS. */
    CERTIFICATE,
    /** The password itself; only within TLS. */
    BASIC;

    /** The name on the command line and in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
