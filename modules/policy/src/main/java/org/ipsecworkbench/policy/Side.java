package org.ipsecworkbench.policy;

/** Which end of a flow a host is. */
public enum Side {
    /** Who begins the flow. */
    SOURCE,
    /** Whom it goes to. */
    DESTINATION
}
