package org.ipsecworkbench.hostconnection;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How to connect. Immutable.
 *
 * @param method null for the best that credentials and host allow; Basic only where it is named here
 * @param authorities file of certificates in PEM or DER to trust instead of those of Java; null for those
 * @param pin SHA-256 of the public key that the host has to show, 64 lower-case hex digits, instead of any other trust;
 *     empty for none
 * @param action what the user does that needs the connection, a few words for the {@link AuditTrail}; empty for none
 * @param timeouts how long to wait
 */
public record ConnectionOptions(
        @Nullable AuthenticationMethod method,
        @Nullable Path authorities,
        String pin,
        Timeouts timeouts,
        String action) {
    /** The best method, the authorities of Java, the usual waits. */
    public static final ConnectionOptions DEFAULT = new ConnectionOptions(null, null, "", Timeouts.DEFAULT);

    private static final Pattern PIN = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks the pin.
     *
     * @throws IllegalArgumentException where it is none, with a message for people
     */
    public ConnectionOptions {
        pin = pin.toLowerCase(Locale.ROOT).replace(":", "").replaceFirst("^sha256(//|/)?", "");
        if (!pin.isEmpty() && !PIN.matcher(pin).matches()) {
            throw new IllegalArgumentException("A pin is the SHA-256 of a public key: 64 hex digits.");
        }
    }

    /** For no action. */
    public ConnectionOptions(
            @Nullable AuthenticationMethod method, @Nullable Path authorities, String pin, Timeouts timeouts) {
        this(method, authorities, pin, timeouts, "");
    }

    /** The same for an action. */
    public ConnectionOptions withAction(String other) {
        return new ConnectionOptions(method, authorities, pin, timeouts, other);
    }
}
