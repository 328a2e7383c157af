package org.ipsecworkbench.ike;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a negotiation failed.
 *
 * @param failureClass the kind of cause
 * @param code the number that a host or a message gave; null where none was seen
 * @param explanation what it means, one or two English sentences for people
 * @param nextStep what to do, likewise
 * @param evidence what it rests on
 */
public record Failure(
        FailureClass failureClass, @Nullable Code code, String explanation, String nextStep, List<Evidence> evidence) {
    /** Keeps a copy of the evidence. */
    public Failure {
        evidence = List.copyOf(evidence);
    }

    /** Whose numbers a code is of. */
    public enum Numbering {
        /** Errors of Windows, such as 13801. */
        WIN32("win32"),
        /** Notify message types of IKEv1, such as 14. */
        IKEV1_NOTIFY("ikev1-notify"),
        /** Notify message types of IKEv2, such as 24. */
        IKEV2_NOTIFY("ikev2-notify");

        private final String key;

        Numbering(String key) {
            this.key = key;
        }

        /** The name in JSON; never changes. */
        public String key() {
            return key;
        }
    }

    /**
     * A number with its name.
     *
     * @param numbering whose it is
     * @param value the number, unsigned
     * @param name what it is called there; empty where it is not known
     */
    public record Code(Numbering numbering, long value, String name) {}
}
