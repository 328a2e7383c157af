package org.ipsecworkbench.certificate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * Compares distinguished names as Windows prints them: with keywords that Java does not know, and in either order
 * ({@code netsh} and PowerShell differ).
 */
public final class DistinguishedNames {
    /** Longer ones are nobody's. */
    private static final int MAX_LENGTH = 4096;

    /** Keywords of Windows beside those of RFC 2253. */
    private static final Map<String, String> KEYWORDS = Map.of(
            "S", "2.5.4.8",
            "E", "1.2.840.113549.1.9.1",
            "SN", "2.5.4.4",
            "G", "2.5.4.42",
            "T", "2.5.4.12",
            "I", "2.5.4.43",
            "SERIALNUMBER", "2.5.4.5");

    private static final Pattern COMMON_NAME = Pattern.compile("(?i)(?:^|[,+])\\s*CN\\s*=\\s*\"?([^,\"+]+)");

    /** A comma before a keyword, which is where one part of a name ends. */
    private static final Pattern COMMA = Pattern.compile(",(?=\\s*[A-Za-z.0-9]+\\s*=)");

    private DistinguishedNames() {}

    /** What to call one: its common name, or all of it. */
    public static String label(String name) {
        Matcher common = COMMON_NAME.matcher(name);
        return common.find() ? common.group(1).strip() : name.strip();
    }

    /** Whether two names are of the same, in whichever order each is written; empty ones are nobody's. */
    public static boolean same(String one, String other) {
        if (one.isBlank() || other.isBlank()) {
            return false;
        }
        if (one.equals(other)) {
            return true;
        }
        X500Principal first = principal(one);
        if (first == null) {
            return false;
        }
        return first.equals(principal(other)) || first.equals(principal(reversed(other)));
    }

    private static String reversed(String name) {
        List<String> parts = new ArrayList<>(List.of(COMMA.split(name, -1)));
        Collections.reverse(parts);
        return String.join(",", parts);
    }

    private static @Nullable X500Principal principal(String name) {
        if (name.length() > MAX_LENGTH) {
            return null;
        }
        try {
            return new X500Principal(name, KEYWORDS);
        } catch (IllegalArgumentException e) {
            // A name that cannot be read is nobody's.
            return null;
        }
    }
}
