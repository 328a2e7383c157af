package org.ipsecworkbench.ike;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What names an IKE SA on the wire: the cookies of ISAKMP (RFC 2408 section 2.5.3), which IKEv2 calls the IKE SPIs.
 *
 * @param initiator chosen by who began; 0 is not known
 * @param responder chosen by who answered; 0 while nobody has, or where it is not known
 */
public record Cookies(long initiator, long responder) {
    private static final HexFormat HEX = HexFormat.of();

    // Asked for once per message or more: what a record has by itself costs several times as much.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cookies cookies && initiator == cookies.initiator && responder == cookies.responder;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(initiator) + Long.hashCode(responder);
    }

    /** The initiator's cookie, 16 hexadecimal digits. */
    public String initiatorHex() {
        return HEX.toHexDigits(initiator);
    }

    /** The responder's cookie, 16 hexadecimal digits; all zero where nobody answered. */
    public String responderHex() {
        return HEX.toHexDigits(responder);
    }

    /** Whether the other side ever chose a cookie. */
    public boolean isAnswered() {
        return responder != 0;
    }
}
