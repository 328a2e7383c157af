package org.ipsecworkbench.capture;

/** Whether what ESP carries can be read, as far as a capture shows it. */
public enum Confidentiality {
    /** The lengths or the content show encryption. */
    ENCRYPTED,
    /** The payload was read: ESP-NULL or GMAC, integrity only. */
    READABLE,
    /** Too few packets, or cut too short, to tell. */
    UNKNOWN
}
