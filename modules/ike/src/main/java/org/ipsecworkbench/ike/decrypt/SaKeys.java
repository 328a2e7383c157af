package org.ipsecworkbench.ike.decrypt;

/**
 * The keys of one IKE SA of IKEv2 (RFC 7296 section 2.14).
 *
 * @param encryption the cipher
 * @param initiatorEncryption SK_ei, with its salt
 * @param responderEncryption SK_er, likewise
 * @param integrity the check; {@code NONE} where the cipher does it
 * @param initiatorIntegrity SK_ai
 * @param responderIntegrity SK_ar
 */
public record SaKeys(
        Encryption encryption,
        Secret initiatorEncryption,
        Secret responderEncryption,
        Integrity integrity,
        Secret initiatorIntegrity,
        Secret responderIntegrity) {}
