package org.ipsecworkbench.hostconnection.known;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files of this machine that HTTPS to a host needs, by their paths. Immutable; nothing is read here.
 *
 * @param certificate a certificate with its key (PKCS #12), by which the user signs in; empty for none
 * @param authorities certificates (PEM or DER) to trust instead of those of Java; empty for those
 */
public record TlsFiles(String certificate, String authorities) {
    private static final Pattern LINE = Pattern.compile("\\P{Cntrl}{0,1000}");

    /** None. */
    public static final TlsFiles NONE = new TlsFiles("", "");

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException where one is no path, with a message for people
     */
    public TlsFiles {
        certificate = certificate.strip();
        authorities = authorities.strip();
        for (String path : new String[] {certificate, authorities}) {
            if (!LINE.matcher(path).matches() || !path.isEmpty() && !isAbsolute(path)) {
                throw new IllegalArgumentException(
                        "A file of certificates is named by its whole path, at most 1000 characters: " + path);
            }
        }
    }

    private static boolean isAbsolute(String path) {
        return Path.of(path).isAbsolute();
    }

    /** The file of authorities, null for none. */
    public @Nullable Path authoritiesFile() {
        return authorities.isEmpty() ? null : Path.of(authorities);
    }
}
