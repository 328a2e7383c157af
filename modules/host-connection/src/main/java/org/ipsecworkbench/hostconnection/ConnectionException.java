package org.ipsecworkbench.hostconnection;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A host could not be reached or asked, for a reason that is told. */
public final class ConnectionException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;
    private final transient @Nullable X509Certificate certificate;

    /** With nothing behind it. */
    public ConnectionException(Failure failure) {
        this(failure, null, null);
    }

    /** With the certificate that was shown and not trusted, and the exception behind it. */
    public ConnectionException(Failure failure, @Nullable X509Certificate certificate, @Nullable Throwable cause) {
        super(failure.explanation() + " " + failure.nextStep(), cause);
        this.failure = failure;
        this.certificate = certificate;
    }

    /** In which step, why, and what to do next. */
    public Failure failure() {
        return failure;
    }

    /** The certificate that was not trusted, for the user to look at. */
    public Optional<X509Certificate> certificate() {
        return Optional.ofNullable(certificate);
    }
}
