package org.ipsecworkbench.certificate;

import org.ipsecworkbench.ike.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What an OCSP responder says of one certificate (RFC 6960). Its signature is checked where it is used, not here.
 *
 * @param serial of the certificate, lower-case hex
 * @param state what it says
 * @param thisUpdate from when on that is so
 * @param nextUpdate when there will be news; null where it does not say
 * @param responder name or key hash of who answered
 * @param encoded the whole answer
 * @param place where it stands, for people
 */
public record OcspAnswer(
        String serial,
        State state,
        Moment thisUpdate,
        @Nullable Moment nextUpdate,
        String responder,
        Bytes encoded,
        String place) {
    /** What a responder may say. */
    public enum State {
        /** Not revoked. */
        GOOD,
        /** Revoked. */
        REVOKED,
        /** The responder does not know the certificate. */
        UNKNOWN
    }
}
