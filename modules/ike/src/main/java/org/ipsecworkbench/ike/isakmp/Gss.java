package org.ipsecworkbench.ike.isakmp;

import java.util.Map;
import org.ipsecworkbench.ike.Bytes;

/** The mechanism of a GSS-API token (RFC 2743 section 3.1). */
final class Gss {
    private static final Map<String, String> MECHANISMS = Map.of(
            "2a864886f712010202", "Kerberos 5",
            "2a864882f712010202", "Kerberos 5 (Microsoft)",
            "2b0601050502", "SPNEGO",
            "2b06010401823702020a", "NTLM");

    /** {@code NTLMSSP} and a zero byte. */
    private static final long NTLMSSP = 0x4e544c4d53535000L;

    private static final int INITIAL_TOKEN = 0x60;
    private static final int SPNEGO_ANSWER = 0xa1;
    private static final int OBJECT_IDENTIFIER = 6;

    /** Some bytes may stand before the token. */
    private static final int MAX_PREFIX = 8;

    private Gss() {}

    /** Its name; empty where it is not known. */
    static String mechanism(Bytes message, int from, int to) {
        for (int at = from; at < Math.min(to, from + MAX_PREFIX); at++) {
            if (to - at >= 8 && message.i64(at) == NTLMSSP) {
                return "NTLM";
            }
            int first = message.u8(at);
            if (first == INITIAL_TOKEN) {
                return initial(message, at, to);
            }
            if (first == SPNEGO_ANSWER && at == from) {
                return "SPNEGO";
            }
        }
        return "";
    }

    private static String initial(Bytes message, int from, int to) {
        int at = from + 1;
        if (at >= to) {
            return "";
        }
        int length = message.u8(at);
        at += length < 0x80 ? 1 : 1 + (length & 0x7f);
        if (to - at < 2 || message.u8(at) != OBJECT_IDENTIFIER || message.u8(at + 1) > to - at - 2) {
            return "";
        }
        return MECHANISMS.getOrDefault(
                message.slice(at + 2, at + 2 + message.u8(at + 1)).hex(), "");
    }
}
