package org.ipsecworkbench.certificate;

/**
 * A rule that a certificate has to meet for IKE, from what keeps it farthest from being used to what is nearest to right. Error
 * codes are those that Windows gives where it is broken (winerror.h, ERROR_IPSEC_*).
 */
public enum FitnessRule {
    STORE("in the store of the computer", 13806),
    AUTHORITY("issued by the authority that the rule names", 13806),
    SELECTED("selected by the rule", 13806),
    PURPOSE("may be used for IKE (extended key usage)", 13806),
    KEY_USAGE("may sign (key usage)", 13818),
    ALGORITHM("key and signature are strong and of the kind that the rule wants", 13826),
    CHAIN("leads to a trusted root", 13887),
    VALIDITY("valid now", 13806),
    KEY("private key is there and can be used", 13820),
    IDENTITY("names its owner", 13869),
    MAPPING("leads to an account of the domain", 13908),
    PEER_TRUST("the peer trusts its root", 13887),
    REVOCATION("not revoked, and the peer can tell", 13817);

    private final String label;
    private final int code;

    FitnessRule(String label, int code) {
        this.label = label;
        this.code = code;
    }

    /** For people, as a clause about the certificate. */
    public String label() {
        return label;
    }

    /** The error of Windows where it is broken. */
    public int code() {
        return code;
    }
}
