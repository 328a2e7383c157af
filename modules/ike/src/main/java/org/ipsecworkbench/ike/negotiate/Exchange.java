package org.ipsecworkbench.ike.negotiate;

import java.time.Instant;
import org.ipsecworkbench.ike.Step;
import org.jspecify.annotations.Nullable;

/**
 * One exchange of a negotiation, counted: main mode, a quick mode, a request of IKEv2 with its answer. Repetitions of a
 * message count apart.
 */
final class Exchange {
    /** Exchange types (RFC 2408, RFC 2409, RFC 7296, MS-AIPS). */
    static final int MAIN = 2;

    static final int AGGRESSIVE = 4;
    static final int INFORMATIONAL = 5;
    static final int TRANSACTION = 6;
    static final int QUICK = 32;
    static final int IKE_SA_INIT = 34;
    static final int IKE_AUTH = 35;
    static final int CREATE_CHILD_SA = 36;
    static final int INFORMATIONAL_2 = 37;
    static final int AUTHIP_MAIN = 243;
    static final int AUTHIP_QUICK = 244;
    static final int AUTHIP_EXTENDED = 245;

    /** From this number on notifications are no errors, in both versions (RFC 2408 section 3.14.1, RFC 7296 section 3.10.1). */
    static final int FIRST_STATUS = 16384;

    /** One side's messages of an exchange. */
    static final class Side {
        int messages;
        int encrypted;
        int repeats;
        /** Of all messages that are not repetitions, by their headers. */
        long bytes;

        @Nullable
        Instant first;

        @Nullable
        Instant last;
    }

    final int type;
    final int messageId;
    /** Who sent its first message. */
    final Step.Direction asker;

    final Side asked = new Side();
    final Side answered = new Side();
    /** Packet of its first answer; 0 without one. */
    long answeredIn;

    Exchange(int type, int messageId, Step.Direction asker) {
        this.type = type;
        this.messageId = messageId;
        this.asker = asker;
    }

    Side side(Step.Direction direction) {
        return direction == asker ? asked : answered;
    }

    boolean isAnswered() {
        return answered.messages > 0;
    }

    /** Whether the initiator of the IKE SA began it. */
    boolean isInitiators() {
        return asker == Step.Direction.TO_RESPONDER;
    }
}
