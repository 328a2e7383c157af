package org.ipsecworkbench.commandline;

/** The forms in which certificates are written. */
enum CertificatesFormat {
    TEXT,
    JSON,
    CSV,
    ICS
}
