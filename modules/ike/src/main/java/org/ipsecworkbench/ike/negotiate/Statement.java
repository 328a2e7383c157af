package org.ipsecworkbench.ike.negotiate;

import java.time.Instant;
import java.util.List;
import org.ipsecworkbench.ike.ChildSa;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.KeyModule;
import org.ipsecworkbench.ike.Mode;
import org.ipsecworkbench.ike.Proposal;
import org.jspecify.annotations.Nullable;

/**
 * What a host says of a negotiation of its own, in a log or a list of SAs.
 *
 * @param evidence where
 * @param time when it says so; null where it does not
 * @param kind what it says
 * @param computer who says it; empty where that is not known
 * @param module the protocol
 * @param mode the exchange that it is about
 * @param cookies names of the SA on the wire; null where it does not say
 * @param saId the host's own number of the main mode SA; 0 where it does not say
 * @param local its address in canonical text; empty where it does not say
 * @param remote the peer's, likewise
 * @param role which of the two began
 * @param authentication such as {@code preshared-key}; empty where it does not say
 * @param summary in words
 * @param failure why it failed; null where it did not
 * @param chosen what was agreed on for the IKE SA
 * @param children SAs that were set up
 * @param message the head of the message that was sent or received; null in all others
 */
public record Statement(
        Evidence evidence,
        @Nullable Instant time,
        Kind kind,
        String computer,
        KeyModule module,
        Mode mode,
        @Nullable Cookies cookies,
        long saId,
        String local,
        String remote,
        Role role,
        String authentication,
        String summary,
        @Nullable Failure failure,
        List<Proposal> chosen,
        List<ChildSa> children,
        @Nullable IkeMessage message) {
    /** Keeps copies of the lists. */
    public Statement {
        chosen = List.copyOf(chosen);
        children = List.copyOf(children);
    }

    /** What a statement says. */
    public enum Kind {
        /** The IKE SA was set up. */
        MAIN_ESTABLISHED,
        /** An IPsec SA was set up. */
        CHILD_ESTABLISHED,
        /** The negotiation failed. */
        FAILED,
        /** An IPsec SA ended. */
        CHILD_ENDED,
        /** The IKE SA ended. */
        MAIN_ENDED,
        /** A message was sent. */
        SENT,
        /** A message was received. */
        RECEIVED
    }

    /** Which of the two hosts began. */
    public enum Role {
        /** The one that says so. */
        INITIATOR,
        /** The other one. */
        RESPONDER,
        /** It does not say. */
        UNKNOWN
    }
}
