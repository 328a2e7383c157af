package org.ipsecworkbench.lab.model;

/**
 * The Win32 codes by which negotiations end here, with the short text that events carry in place of the number
 * (documentation of the system error codes).
 */
public enum IkeStatus {
    SUCCESS(0, ""),
    AUTH_FAIL(13801, "IKE authentication credentials are unacceptable"),
    TIMED_OUT(13805, "Negotiation timed out"),
    NO_CERT(
            13806,
            "IKE failed to find valid machine certificate. Contact your Network Security Administrator about"
                    + " installing a valid certificate in the appropriate Certificate Store."),
    CRL_FAILED(13817, "Certificate Revocation Check failed"),
    NO_PRIVATE_KEY(
            13820,
            "IKE negotiation failed because the machine certificate used does not have a private key. IPsec"
                    + " certificates require a private key. Contact your Network Security administrator about"
                    + " replacing with a certificate that has a private key."),
    NO_POLICY(13825, "No policy configured"),
    KERBEROS_ERROR(13827, "Failed to authenticate using Kerberos"),
    NO_PEER_CERT(13847, "Peer failed to send valid machine certificate"),
    PEER_CRL_FAILED(13848, "Certification Revocation check of peer's certificate failed"),
    DECRYPT(13867, "Error decrypting payload"),
    POLICY_MATCH(13868, "Policy match error");

    private final int code;
    private final String text;

    IkeStatus(int code, String text) {
        this.code = code;
        this.text = text;
    }

    public int code() {
        return code;
    }

    public String text() {
        return text;
    }
}
