package org.ipsecworkbench.policy;

/**
 * One value of two policies beside each other.
 *
 * @param subject what it is a value of, in words, such as {@code Rule "Files"}
 * @param attribute what it says, such as {@code quick mode offers}
 * @param standing how both stand to each other
 * @param ofFirst the first policy's value; empty where there is none
 * @param ofSecond the other one's
 * @param firstPlace where the first one stands; {@link Place#NONE} where there is none
 * @param secondPlace where the other one stands
 */
public record ComparedValue(
        String subject,
        String attribute,
        Standing standing,
        String ofFirst,
        String ofSecond,
        Place firstPlace,
        Place secondPlace) {
    /** How two values stand to each other, what matters most first. */
    public enum Standing {
        DIFFERS("differs"),
        ONLY_FIRST("only in the first"),
        ONLY_SECOND("only in the second"),
        /** One of both listings does not tell it, which is no difference. */
        NOT_READ("not read of both"),
        SAME("same");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }

        /** Whether the policies are different in it. */
        public boolean isDifference() {
            return this == DIFFERS || this == ONLY_FIRST || this == ONLY_SECOND;
        }
    }
}
