package org.ipsecworkbench.policy;

/**
 * One set of algorithms for main mode (IKEv1) or the IKE SA (IKEv2).
 *
 * @param encryption such as {@code aes128}; empty where it was not read
 * @param integrity such as {@code sha256}
 * @param group such as {@code dh14}
 * @param seconds lifetime, 0 where it was not read
 * @param place where it stands
 */
public record MainModeOffer(String encryption, String integrity, String group, long seconds, Place place) {
    /** For people: {@code aes128 sha1 dh2}. */
    public String label() {
        return encryption + " " + integrity + " " + group;
    }

    /** Whether both ask for the same algorithms. Lifetimes do not prevent an agreement (RFC 2407, section 4.5.4). */
    public boolean agreesWith(MainModeOffer other) {
        return encryption.equals(other.encryption) && integrity.equals(other.integrity) && group.equals(other.group);
    }
}
