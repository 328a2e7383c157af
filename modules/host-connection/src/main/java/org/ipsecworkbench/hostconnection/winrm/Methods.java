package org.ipsecworkbench.hostconnection.winrm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ipsecworkbench.hostconnection.AuthenticationMethod;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.FailureCause;

/** Chooses how to authenticate: what the user says, else what fits the credentials; one way only, never a second try. */
final class Methods {
    private Methods() {}

    static Authenticator choose(
            Endpoint endpoint, Credentials credentials, ConnectionOptions options, List<String> offered)
            throws ConnectionException {
        AuthenticationMethod method = method(credentials, options);
        Duration limit = options.timeouts().answer();
        if (!endpoint.isTls() && (method == AuthenticationMethod.BASIC || method == AuthenticationMethod.CERTIFICATE)) {
            throw Failures.authentication(
                    FailureCause.NO_AUTHENTICATION,
                    "Over HTTP " + method.key() + " would protect nothing, so it is used over HTTPS only.",
                    "Use winrms://, or --auth ntlm or kerberos.");
        }
        return switch (method) {
            case NTLM -> {
                require(offered, method, Tokens.NEGOTIATE);
                yield new NtlmAuthenticator(credentials, endpoint, limit);
            }
            case KERBEROS -> {
                String scheme = offers(offered, Tokens.KERBEROS) ? Tokens.KERBEROS : Tokens.NEGOTIATE;
                require(offered, method, scheme);
                yield new KerberosAuthenticator(credentials, endpoint, scheme, limit);
            }
            case BASIC -> {
                require(offered, method, Tokens.BASIC);
                yield new BasicAuthenticator(credentials, limit);
            }
            case CERTIFICATE -> new CertificateAuthenticator(limit);
        };
    }

    private static AuthenticationMethod method(Credentials credentials, ConnectionOptions options)
            throws ConnectionException {
        AuthenticationMethod wanted = options.method();
        AuthenticationMethod fitting = switch (credentials.kind()) {
            case CERTIFICATE -> AuthenticationMethod.CERTIFICATE;
            case KEYTAB, TICKET_CACHE -> AuthenticationMethod.KERBEROS;
            case PASSWORD ->
                credentials.user().contains("@") && isKerberosConfigured()
                        ? AuthenticationMethod.KERBEROS
                        : AuthenticationMethod.NTLM;
            case NONE ->
                throw Failures.authentication(
                        FailureCause.NO_AUTHENTICATION,
                        "The host wants to know who asks, and no user is given.",
                        "Give a user, with --user NAME or in the address.");
        };
        boolean hasPassword = credentials.kind() == Credentials.Kind.PASSWORD;
        if (wanted == null || wanted == fitting || hasPassword && wanted != AuthenticationMethod.CERTIFICATE) {
            return wanted == null ? fitting : wanted;
        }
        throw Failures.authentication(
                FailureCause.NO_AUTHENTICATION,
                "What is given as credentials does not go with authentication by " + wanted.key() + ".",
                "Leave the method out, or give other credentials.");
    }

    /** Whether this machine was told of a realm, so that names with one can be meant for Kerberos. */
    private static boolean isKerberosConfigured() {
        return System.getProperty("java.security.krb5.conf") != null
                || System.getProperty("java.security.krb5.realm") != null
                || Files.exists(Path.of("/etc/krb5.conf"));
    }

    private static boolean offers(List<String> offered, String scheme) {
        return offered.stream().anyMatch(scheme::equalsIgnoreCase);
    }

    private static void require(List<String> offered, AuthenticationMethod method, String scheme)
            throws ConnectionException {
        if (!offers(offered, scheme)) {
            throw Failures.authentication(
                    FailureCause.NO_AUTHENTICATION,
                    "The host does not offer " + scheme + ", which " + method.key() + " needs; it offers "
                            + (offered.isEmpty() ? "nothing" : String.join(", ", offered)) + ".",
                    "Choose another with --auth, or see winrm get winrm/config/service/auth on the host.");
        }
    }
}
