package org.ipsecworkbench.commandline;

/** The forms of a result. */
enum Format {
    TEXT,
    JSON
}
