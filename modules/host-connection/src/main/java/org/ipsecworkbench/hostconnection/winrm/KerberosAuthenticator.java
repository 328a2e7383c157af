package org.ipsecworkbench.hostconnection.winrm;

import java.io.IOException;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.security.auth.Subject;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.ChannelBinding;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.wire.HttpMessage;
import org.ipsecworkbench.hostconnection.wire.KerberosSeal;
import org.ipsecworkbench.hostconnection.wire.MalformedException;
import org.ipsecworkbench.hostconnection.wire.SealedBody;
import org.jspecify.annotations.Nullable;

/** Authenticates by Kerberos to the service HTTP of the host, both ways; the ticket is got once for all connections. */
final class KerberosAuthenticator implements Authenticator {
    private static final String KERBEROS_5 = "1.2.840.113554.1.2.2";

    private final Credentials credentials;
    private final Endpoint endpoint;
    private final String scheme;
    private final Duration limit;
    private @Nullable Subject subject;

    KerberosAuthenticator(Credentials credentials, Endpoint endpoint, String scheme, Duration limit) {
        this.credentials = credentials;
        this.endpoint = endpoint;
        this.scheme = scheme;
        this.limit = limit;
    }

    @Override
    public String scheme() {
        return scheme;
    }

    @Override
    public Result authenticate(HttpConnection connection) throws ConnectionException, IOException {
        try {
            if (subject == null) {
                subject = KerberosLogin.login(credentials);
            }
            return Subject.doAs(subject, (PrivilegedExceptionAction<Result>) () -> new Handshake(connection).run());
        } catch (LoginException e) {
            throw KerberosFailures.of(e, credentials, endpoint);
        } catch (PrivilegedActionException e) {
            if (e.getException() instanceof ConnectionException failed) {
                throw failed;
            }
            if (e.getException() instanceof IOException lost) {
                throw lost;
            }
            throw KerberosFailures.of(e.getException(), credentials, endpoint);
        }
    }

    /** One context with the host, which is given up unless it was established. */
    private final class Handshake {
        private final HttpConnection connection;

        Handshake(HttpConnection connection) {
            this.connection = connection;
        }

        Result run() throws GSSException, ConnectionException, IOException {
            GSSManager manager = GSSManager.getInstance();
            GSSName host = manager.createName("HTTP@" + endpoint.address().host(), GSSName.NT_HOSTBASED_SERVICE);
            GSSContext context = manager.createContext(host, new Oid(KERBEROS_5), null, GSSContext.DEFAULT_LIFETIME);
            boolean isEstablished = false;
            boolean isBound = false;
            try {
                context.requestMutualAuth(true);
                context.requestConf(true);
                context.requestInteg(true);
                context.requestCredDeleg(false);
                isBound = bind(context);
                establish(context);
                isEstablished = true;
            } finally {
                if (!isEstablished) {
                    context.dispose();
                }
            }
            String protocol = scheme.equals(Tokens.KERBEROS) ? SealedBody.KERBEROS : SealedBody.SPNEGO;
            return new Result(
                    endpoint.isTls() ? null : new KerberosSealer(new KerberosSeal(context, protocol)),
                    "by Kerberos, as " + context.getSrcName()
                            + (endpoint.isTls() && !isBound ? ", not bound to TLS" : ""),
                    null);
        }

        private boolean bind(GSSContext context) throws GSSException, MalformedException {
            X509Certificate certificate = connection.certificate();
            try {
                ChannelBinding binding = certificate == null ? null : KerberosBinding.of(certificate);
                if (binding != null) {
                    context.setChannelBinding(binding);
                }
                return binding != null;
            } catch (CertificateEncodingException e) {
                throw CertificateHashes.malformed(e);
            }
        }

        private void establish(GSSContext context) throws GSSException, ConnectionException, IOException {
            byte[] token = context.initSecContext(new byte[0], 0, 0);
            HttpMessage decision = connection.exchange(Tokens.with(connection.post(), scheme, token), limit);
            if (decision.status() == 401) {
                throw Failures.authentication(
                        FailureCause.SERVICE_NAME,
                        "Kerberos gave a ticket for HTTP/" + endpoint.address().host()
                                + ", but the host does not accept it.",
                        "See with setspn -Q HTTP/" + endpoint.address().host()
                                + " whether that name belongs to this host alone, and whether the host's clock is right and"
                                + " its machine account is well (Test-ComputerSecureChannel)."
                                + (endpoint.isTls()
                                        ? " A proxy that ends TLS between here and the host is refused so, too, where the"
                                                + " host wants sign-in bound to TLS (CbtHardeningLevel)."
                                        : ""));
            }
            if (decision.status() != 200) {
                throw Failures.unexpected(decision);
            }
            byte[] answer = Tokens.of(decision, scheme);
            if (answer != null) {
                context.initSecContext(answer, 0, answer.length);
            }
            if (!context.isEstablished() || !context.getMutualAuthState() || !context.getConfState()) {
                throw Failures.authentication(
                        FailureCause.NOT_SEALED,
                        "The host did not prove who it is by Kerberos, so that nothing can be sealed for it.",
                        "Use winrms:// or see what is between: a proxy may take tokens out of answers.");
            }
        }
    }
}
