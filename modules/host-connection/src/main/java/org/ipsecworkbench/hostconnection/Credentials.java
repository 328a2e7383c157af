package org.ipsecworkbench.hostconnection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who we are to a host, and what proves it. The password is held as characters that {@link #close} zeroes; it is part of no
 * text.
 *
 * <p>Every use in an authentication goes through {@link #attempt}, which guards the account: until one attempt was accepted
 * there is only one at a time, and after one was rejected there is none any more. Safe for several threads.
 */
public final class Credentials implements AutoCloseable {
    /** What proves who we are. */
    public enum Kind {
        /** A user with a password. */
        PASSWORD,
        /** A file of Kerberos keys. */
        KEYTAB,
        /** Tickets that the system holds. */
        TICKET_CACHE,
        /** A certificate with its key. */
        CERTIFICATE,
        /** Nothing, for hosts that do not ask. */
        NONE
    }

    private enum State {
        UNTRIED,
        ACCEPTED,
        REJECTED,
        CLOSED
    }

    /**
     * An authentication.
     *
     * @param <T> what comes of it
     */
    public interface Attempt<T> {
        /** Does it, with what {@link Credentials#attempt} was asked for. */
        T run() throws ConnectionException, IOException;
    }

    private final Kind kind;
    private final String user;
    private final @Nullable Path file;
    private final char[] password;
    private final Object turn = new Object();
    private volatile State state = State.UNTRIED;

    private Credentials(Kind kind, String user, @Nullable Path file, char[] password) {
        this.kind = kind;
        this.user = user;
        this.file = file;
        this.password = password;
    }

    /**
     * A user with a password.
     *
     * @param user {@code user}, {@code DOMAIN\\user} or {@code user@REALM}
     * @param password copied; the caller zeroes the own one
     */
    public static Credentials password(String user, char[] password) {
        return new Credentials(Kind.PASSWORD, user, null, password.clone());
    }

    /** A principal, with the file of its Kerberos keys. */
    public static Credentials keytab(String principal, Path keytab) {
        return new Credentials(Kind.KEYTAB, principal, keytab, new char[0]);
    }

    /** Tickets that the system holds, of this principal or, where it is empty, of the one that they are of. */
    public static Credentials ticketCache(String principal) {
        return new Credentials(Kind.TICKET_CACHE, principal, null, new char[0]);
    }

    /**
     * A certificate and its key in a file of PKCS #12.
     *
     * @param password of the file, copied
     */
    public static Credentials certificate(Path file, char[] password) {
        return new Credentials(Kind.CERTIFICATE, "", file, password.clone());
    }

    /** Nobody in particular, for hosts that do not ask. */
    public static Credentials none() {
        return new Credentials(Kind.NONE, "", null, new char[0]);
    }

    /** What proves who we are. */
    public Kind kind() {
        return kind;
    }

    /** The user or principal as it was given. */
    public String user() {
        return user;
    }

    /** The user without domain; one with a realm keeps it, as Windows wants. */
    public String account() {
        return user.substring(user.indexOf('\\') + 1);
    }

    /** The domain before the backslash, empty where there is none. */
    public String domain() {
        int end = user.indexOf('\\');
        return end < 0 ? "" : user.substring(0, end);
    }

    /** The file of keys or of the certificate. */
    public Path file() {
        if (file == null) {
            throw new IllegalStateException("no file");
        }
        return file;
    }

    /** A copy of the password, which the caller zeroes. */
    public char[] copyPassword() {
        synchronized (password) {
            return password.clone();
        }
    }

    /**
     * Runs an authentication if that cannot lock the account.
     *
     * @throws ConnectionException of the attempt, or {@link FailureCause#REJECTED_BEFORE}
     */
    public <T> T attempt(Attempt<T> attempt) throws ConnectionException, IOException {
        if (state == State.ACCEPTED) {
            return run(attempt);
        }
        synchronized (turn) {
            return run(attempt);
        }
    }

    private <T> T run(Attempt<T> attempt) throws ConnectionException, IOException {
        if (state == State.REJECTED) {
            throw new ConnectionException(new Failure(
                    ConnectionStep.AUTHENTICATE,
                    FailureCause.REJECTED_BEFORE,
                    "These credentials were rejected before and are not tried again, since that would lock the account.",
                    "Give the credentials anew once you know that they are right."));
        }
        if (state == State.CLOSED) {
            throw new IllegalStateException("credentials that were closed");
        }
        try {
            T result = attempt.run();
            if (state == State.UNTRIED) {
                state = State.ACCEPTED;
            }
            return result;
        } catch (ConnectionException e) {
            if (isRejection(e.failure().cause())) {
                state = State.REJECTED;
            }
            throw e;
        }
    }

    private static boolean isRejection(FailureCause cause) {
        return cause == FailureCause.CREDENTIALS_REJECTED
                || cause == FailureCause.ACCOUNT_LOCKED
                || cause == FailureCause.PASSWORD_EXPIRED;
    }

    /** Takes them out of use, since they cannot be what they should be: a password that does not open its file. */
    public void reject() {
        state = State.REJECTED;
    }

    /** Whether a host rejected them, so that they are not tried any more. */
    public boolean isRejected() {
        return state == State.REJECTED;
    }

    /** Whether a host accepted them. */
    public boolean isAccepted() {
        return state == State.ACCEPTED;
    }

    /** Zeroes the password; nothing can be authenticated with it any more. */
    @Override
    public void close() {
        synchronized (password) {
            Arrays.fill(password, '\0');
        }
        state = State.CLOSED;
    }

    /** Kind and user, never the password. */
    @Override
    public String toString() {
        return kind + " " + user;
    }
}
