package org.ipsecworkbench.diagnosis.check.certificate;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * The authority that a rule names, as {@code netsh} prints it: with keywords that Java does not know, and in either order.
 *
 * @param text as the rule has it
 */
record Authority(String text) {
    /** Keywords of Windows beside those of RFC 2253. */
    private static final Map<String, String> KEYWORDS =
            Map.of("S", "2.5.4.8", "E", "1.2.840.113549.1.9.1", "SN", "2.5.4.4", "G", "2.5.4.42", "T", "2.5.4.12");

    private static final Pattern COMMON_NAME = Pattern.compile("(?i)(?:^|,)\\s*CN\\s*=\\s*\"?([^,\"]+)");

    /** What to call it: its common name, or all of it. */
    String label() {
        Matcher name = COMMON_NAME.matcher(text);
        return name.find() ? name.group(1).strip() : text;
    }

    /** Whether a certificate is its, or was issued by it, over others if need be. */
    boolean issued(StoredCertificate stored) {
        X500Principal forth = principal(text);
        X500Principal back = principal(reversed());
        if (is(stored.certificate().getIssuerX500Principal(), forth, back)) {
            return true;
        }
        return stored.chain().stream()
                .map(X509Certificate::getIssuerX500Principal)
                .anyMatch(issuer -> is(issuer, forth, back));
    }

    private static boolean is(X500Principal issuer, @Nullable X500Principal forth, @Nullable X500Principal back) {
        return issuer.equals(forth) || issuer.equals(back);
    }

    private String reversed() {
        List<String> parts = new ArrayList<>(List.of(text.split(",(?=\\s*[A-Za-z.0-9]+\\s*=)", -1)));
        Collections.reverse(parts);
        return String.join(",", parts);
    }

    private static @Nullable X500Principal principal(String name) {
        try {
            return new X500Principal(name, KEYWORDS);
        } catch (IllegalArgumentException e) {
            // A name that cannot be read is nobody's.
            return null;
        }
    }
}
