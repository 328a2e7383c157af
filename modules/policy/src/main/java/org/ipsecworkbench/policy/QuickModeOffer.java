package org.ipsecworkbench.policy;

/**
 * One set of algorithms for the protection of traffic.
 *
 * @param encapsulation how packets are wrapped
 * @param ahIntegrity such as {@code sha1}; empty without AH
 * @param espIntegrity empty without ESP
 * @param encryption such as {@code aes128}; {@code none} in ESP that only authenticates; empty without ESP
 * @param seconds lifetime, 0 where it was not read
 * @param kilobytes the same
 * @param place where it stands
 */
public record QuickModeOffer(
        Encapsulation encapsulation,
        String ahIntegrity,
        String espIntegrity,
        String encryption,
        long seconds,
        long kilobytes,
        Place place) {
    /** How packets are wrapped. */
    public enum Encapsulation {
        AH("AH"),
        ESP("ESP"),
        AH_AND_ESP("AH and ESP"),
        /** The first packet is authenticated, all others are as they were: AuthNoEncap. */
        NONE("no encapsulation");

        private final String label;

        Encapsulation(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }

    /** For people: {@code ESP aes128 sha1}. */
    public String label() {
        return switch (encapsulation) {
            case AH -> "AH " + ahIntegrity;
            case ESP -> "ESP " + encryption + " " + espIntegrity;
            case AH_AND_ESP -> "AH " + ahIntegrity + " + ESP " + encryption + " " + espIntegrity;
            case NONE -> "no encapsulation, " + espIntegrity;
        };
    }

    /** Whether both ask for the same protection. Lifetimes do not prevent an agreement. */
    public boolean agreesWith(QuickModeOffer other) {
        return encapsulation == other.encapsulation
                && ahIntegrity.equals(other.ahIntegrity)
                && espIntegrity.equals(other.espIntegrity)
                && encryption.equals(other.encryption);
    }

    /** Whether content cannot be read. */
    public boolean encrypts() {
        boolean hasEsp = encapsulation == Encapsulation.ESP || encapsulation == Encapsulation.AH_AND_ESP;
        return hasEsp && !encryption.equals("none");
    }
}
