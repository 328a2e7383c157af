package org.ipsecworkbench.ike;

/** What an event of IPsec is about. */
public enum EventTopic {
    /** A negotiation or an SA: it began, succeeded, failed or ended. */
    NEGOTIATION,
    /** A service or driver of IPsec started, stopped, failed, or got another start type. */
    SERVICE,
    /** A policy was applied, or a rule or filter of it was added, changed or removed. */
    POLICY,
    /** Packets, Kerberos, clocks, VPN connections: what negotiations rest on. */
    OTHER
}
