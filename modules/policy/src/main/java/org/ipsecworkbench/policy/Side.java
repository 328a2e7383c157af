package org.ipsecworkbench.policy;

/** Which end of a flow a host is. */
public enum Side {
    SOURCE,
    DESTINATION
}
