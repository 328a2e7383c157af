package org.ipsecworkbench.diagnosis;

/** What an entry of a {@link Timeline} tells of; in the order in which lanes stand. */
public enum TimelineKind {
    /** What a capture holds from its first to its last packet, as a whole or between two addresses. */
    CAPTURE("capture", "Captured traffic"),
    NEGOTIATION("negotiation", "Negotiations"),
    /** An event of Windows about IPsec that is none of the others. */
    EVENT("event", "Events"),
    /** A service of IPsec started, stopped, failed, or was found so. */
    SERVICE("service", "Services"),
    /** A policy was applied or changed, by an event or by two listings that differ. */
    POLICY("policy", "Policy changes"),
    /** A remedy was applied or undone. */
    REMEDY("remedy", "Remedies"),
    /** A command was run on a host to collect evidence. */
    COMMAND("command", "Commands run"),
    /** A file was taken that tells no times of its own. */
    EVIDENCE("evidence", "Other evidence");

    private final String key;
    private final String label;

    TimelineKind(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The name in the JSON schema {@code ipsecwb/timeline/1} and on the command line; never changes. */
    public String key() {
        return key;
    }

    /** The name for people, in the plural. */
    public String label() {
        return label;
    }
}
