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
    private static final long TIMED_OUT = 13_805;
    private static final long SA_REAPED = 13_808;
    private static final long NO_RESPONSE = 13_813;
    private static final long LOAD_SOFT_SA = 13_844;

    /** Keeps a copy of the evidence. */
    public Failure {
        evidence = List.copyOf(evidence);
    }

    /** Whether it is that the policy let the traffic flow in clear: a soft SA. */
    public boolean isSoftSa() {
        return isWin32(LOAD_SOFT_SA);
    }

    /**
     * Whether it says more than another failure of the same negotiation: a reason that a host gives goes before a time-out,
     * whatever the state was in which that ran out; else the more specific class, and of the same class the one with a code.
     */
    public boolean outranks(Failure other) {
        if (isTimeOut() && other.isReason() || isReason() && other.isTimeOut()) {
            return isReason();
        }
        int order = failureClass.compareTo(other.failureClass);
        return order < 0 || order == 0 && code != null && other.code == null;
    }

    private boolean isTimeOut() {
        return failureClass == FailureClass.NO_RESPONSE || isWin32(TIMED_OUT) || isWin32(NO_RESPONSE);
    }

    /** Whether a host or a message gave a number that says why, and not only that it ended. */
    private boolean isReason() {
        boolean isSymptom = failureClass == FailureClass.PEER_DELETED
                || failureClass == FailureClass.UNKNOWN
                || isWin32(SA_REAPED)
                || isSoftSa();
        return code != null && !isSymptom && !isTimeOut();
    }

    private boolean isWin32(long value) {
        return code != null && code.numbering() == Numbering.WIN32 && code.value() == value;
    }

    /** Whose numbers a code is of. */
    public enum Numbering {
        /** Errors of Windows, such as 13801. */
        WIN32("win32"),
        /** Errors of remote access, such as 809. */
        RAS("ras"),
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
