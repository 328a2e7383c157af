package org.ipsecworkbench.policy;

import java.util.LinkedHashMap;
import java.util.Map;

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
        Place place)
        implements Offer {
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
    @Override
    public String label() {
        return switch (encapsulation) {
            case AH -> "AH " + ahIntegrity;
            case ESP -> "ESP " + encryption + " " + espIntegrity;
            case AH_AND_ESP -> "AH " + ahIntegrity + " + ESP " + encryption + " " + espIntegrity;
            case NONE -> "no encapsulation, " + espIntegrity;
        };
    }

    @Override
    public String netsh() {
        String esp = "ESP:" + espIntegrity + "-" + encryption;
        String suite = switch (encapsulation) {
            case AH -> "AH:" + ahIntegrity;
            case ESP -> esp;
            case AH_AND_ESP -> "AH:" + ahIntegrity + "+" + esp;
            case NONE -> "AuthNoEncap:" + espIntegrity;
        };
        return suite
                + (seconds == 0 ? "" : "+" + Math.max(1, seconds / 60) + "min")
                + (kilobytes == 0 ? "" : "+" + kilobytes + "kb");
    }

    @Override
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("encapsulation", encapsulation.label());
        values.put("AH integrity", ahIntegrity);
        values.put("ESP encryption", encryption);
        values.put("ESP integrity", espIntegrity);
        return values;
    }

    /** Whether content cannot be read. */
    public boolean encrypts() {
        boolean hasEsp = encapsulation == Encapsulation.ESP || encapsulation == Encapsulation.AH_AND_ESP;
        return hasEsp && !encryption.equals("none");
    }
}
