package org.ipsecworkbench.ike;

/** What kind of cause ended a negotiation. More specific ones come first: where several apply, the first one counts. */
public enum FailureClass {
    /** A certificate is missing, does not fit, or was not trusted. */
    CERTIFICATE("certificate", "certificate"),
    /** Kerberos could not authenticate. */
    KERBEROS("kerberos", "Kerberos"),
    /** No proposal in common. */
    PROPOSAL("proposal", "no proposal in common"),
    /** The traffic that is to be protected was not agreed on. */
    SELECTORS("selectors", "traffic selectors"),
    /** No policy on the other side, or on this one, for this peer. */
    NO_POLICY("no-policy", "no policy for this peer"),
    /** Who the other side is was not proven. */
    AUTHENTICATION("authentication", "authentication"),
    /** The other side took back what it had agreed to; why is in its own log. */
    PEER_DELETED("peer-deleted", "deleted by the peer"),
    /** The other side did not answer, or stopped to. */
    NO_RESPONSE("no-response", "no response"),
    /** Another known cause. */
    OTHER("other", "other"),
    /** The cause was not seen. */
    UNKNOWN("unknown", "unknown");

    private final String key;
    private final String label;

    FailureClass(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The name in the JSON schema {@code ipsecwb/ike/1}; never changes. */
    public String key() {
        return key;
    }

    /** The name for people, to stand inside a sentence. */
    public String label() {
        return label;
    }
}
