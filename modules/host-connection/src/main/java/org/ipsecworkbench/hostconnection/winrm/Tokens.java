package org.ipsecworkbench.hostconnection.winrm;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.hostconnection.wire.HttpMessage;
import org.ipsecworkbench.hostconnection.wire.MalformedException;
import org.jspecify.annotations.Nullable;

/** Tokens of authentication in the headers of HTTP (RFC 4559). */
final class Tokens {
    static final String NEGOTIATE = "Negotiate";
    static final String KERBEROS = "Kerberos";
    static final String BASIC = "Basic";

    private Tokens() {}

    static HttpMessage with(HttpMessage request, String scheme, byte[] token) {
        return request.with("Authorization", scheme + " " + Base64.getEncoder().encodeToString(token));
    }

    /** The schemes that an answer offers. */
    static List<String> offered(HttpMessage response) {
        return response.values("WWW-Authenticate").stream()
                .map(value -> value.strip().split("[\\s,]", 2)[0])
                .toList();
    }

    /** The token that an answer carries for a scheme, null where there is none. */
    static byte @Nullable [] of(HttpMessage response, String scheme) throws MalformedException {
        String begin = scheme.toLowerCase(Locale.ROOT) + " ";
        for (String value : response.values("WWW-Authenticate")) {
            if (value.toLowerCase(Locale.ROOT).startsWith(begin)) {
                return decoded(value.substring(begin.length()).strip());
            }
        }
        return null;
    }

    private static byte[] decoded(String text) throws MalformedException {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            MalformedException malformed = new MalformedException("A token of authentication is not in base64.");
            malformed.initCause(e);
            throw malformed;
        }
    }
}
