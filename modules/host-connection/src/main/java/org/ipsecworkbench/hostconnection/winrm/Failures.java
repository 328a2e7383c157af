package org.ipsecworkbench.hostconnection.winrm;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLException;
import org.ipsecworkbench.hostconnection.CertificatePin;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.wire.HttpMessage;
import org.ipsecworkbench.hostconnection.wire.MalformedException;
import org.jspecify.annotations.Nullable;

/** What goes wrong on the way to a host, in words with a next step. */
final class Failures {
    private static final String ENABLE = "On the host, as administrator, run: winrm quickconfig"
            + " (or Enable-PSRemoting); and see with winrm enumerate winrm/config/listener where it listens.";

    private Failures() {}

    /** A failure of the connection or of what came over it. */
    static ConnectionException of(
            IOException e, ConnectionStep step, Endpoint endpoint, @Nullable X509Certificate shown) {
        return new ConnectionException(failure(e, step, endpoint, shown), shown, e);
    }

    private static Failure failure(
            IOException e, ConnectionStep step, Endpoint endpoint, @Nullable X509Certificate shown) {
        if (e instanceof Resolution.SilentException) {
            return new Failure(
                    ConnectionStep.RESOLVE,
                    FailureCause.NAME_NOT_RESOLVED,
                    "Nobody answered in time which address the name "
                            + endpoint.address().host() + " has.",
                    "See whether this machine reaches its name servers, or give the IP address.");
        }
        if (e instanceof UnknownHostException) {
            return new Failure(
                    ConnectionStep.RESOLVE,
                    FailureCause.NAME_NOT_RESOLVED,
                    "No address is known for the name " + endpoint.address().host() + ".",
                    "Check the name, ask with nslookup whether DNS knows it, or give the IP address.");
        }
        if (step == ConnectionStep.RESOLVE || step == ConnectionStep.CONNECT) {
            return connect(e, endpoint);
        }
        if (e instanceof SSLException) {
            return tls((SSLException) e, step, endpoint, shown);
        }
        if (e instanceof MalformedException) {
            boolean isEarly = step.compareTo(ConnectionStep.AUTHENTICATE) < 0;
            return new Failure(
                    step,
                    isEarly ? FailureCause.NO_WINRM : FailureCause.PROTOCOL,
                    isEarly
                            ? "Port " + endpoint.port() + " of the host is open, but what answers is not WinRM: "
                                    + e.getMessage()
                            : "An answer of the host breaks the protocol: " + e.getMessage(),
                    isEarly ? ENABLE : "Try again; a proxy or another service between may change answers.");
        }
        if (e instanceof SocketTimeoutException) {
            return new Failure(
                    step,
                    FailureCause.TIMED_OUT,
                    "The host took the connection, then did not answer in time.",
                    "See whether the host is very busy, or whether something between lets only the first packets pass.");
        }
        if (e instanceof EOFException || e instanceof SocketException) {
            return new Failure(
                    step,
                    FailureCause.CONNECTION_LOST,
                    "The connection to the host was lost.",
                    "Try again; see whether the host or its WinRM service was restarted, or something between cuts it.");
        }
        return new Failure(step, FailureCause.OTHER, "The connection failed: " + e.getMessage() + ".", "Try again.");
    }

    private static Failure connect(IOException e, Endpoint endpoint) {
        String where = "port " + endpoint.port() + " of " + endpoint.address().host();
        if (e instanceof SocketTimeoutException) {
            return new Failure(
                    ConnectionStep.CONNECT,
                    FailureCause.NO_ANSWER,
                    "Nothing answers at " + where + "; a firewall drops what is sent, or no host is there.",
                    "See whether the host is up, and whether its firewall and those between let TCP port "
                            + endpoint.port()
                            + " in from this machine; on the host: Get-NetFirewallRule -Name WINRM*.");
        }
        if (e instanceof NoRouteToHostException || !(e instanceof ConnectException)) {
            return new Failure(
                    ConnectionStep.CONNECT,
                    FailureCause.UNREACHABLE,
                    "The network has no way to " + where + ".",
                    "Check the address, routes and VPN of this machine; a firewall may answer so too.");
        }
        return new Failure(
                ConnectionStep.CONNECT,
                FailureCause.REFUSED,
                "The host answers, but refuses " + where + ": no WinRM listens there.",
                ENABLE + (endpoint.isTls() ? " HTTPS needs a listener of its own; winrm:// tries HTTP." : ""));
    }

    private static Failure tls(
            SSLException e, ConnectionStep step, Endpoint endpoint, @Nullable X509Certificate shown) {
        CertificateException untrusted = untrusted(e);
        if (untrusted != null && shown != null) {
            return new Failure(
                    ConnectionStep.TRUST,
                    FailureCause.NOT_TRUSTED,
                    "The host's certificate is not trusted: " + untrusted.getMessage() + ". It is of "
                            + shown.getSubjectX500Principal() + ", issued by " + shown.getIssuerX500Principal()
                            + ", valid until " + shown.getNotAfter().toInstant() + ".",
                    "Name the authority that issued it with --ca FILE; or, once you compared it on the host itself, trust"
                            + " this very key with --pin " + CertificatePin.of(shown) + ".");
        }
        return new Failure(
                step,
                FailureCause.TLS,
                "No TLS could be agreed with port " + endpoint.port() + " of the host: " + e.getMessage() + ".",
                "See whether that port really is HTTPS (winrm:// is HTTP), and which versions of TLS the host allows; old"
                        + " hosts may know none that this Java allows.");
    }

    private static @Nullable CertificateException untrusted(Throwable e) {
        Throwable cause = e;
        CertificateException last = null;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            last = cause instanceof CertificateException certificate ? certificate : last;
            cause = cause.getCause();
        }
        return last;
    }

    static ConnectionException authentication(FailureCause cause, String explanation, String nextStep) {
        return new ConnectionException(new Failure(ConnectionStep.AUTHENTICATE, cause, explanation, nextStep));
    }

    static ConnectionException rejected(Credentials credentials) {
        return authentication(
                FailureCause.CREDENTIALS_REJECTED,
                "The host rejected the user " + credentials.user()
                        + ": the password or the name is wrong, or the account is locked, disabled or expired, or may not"
                        + " log on over the network. The host does not say which.",
                "Event 4625 in the host's security log (4776 on its domain controller) gives the reason as a status:"
                        + " 0xC000006A password, 0xC0000064 name, 0xC0000234 locked, 0xC0000072 disabled, 0xC0000071 password"
                        + " expired. It is not tried again, since that could lock the account.");
    }

    /** An answer of HTTP that says what no step expects. */
    static ConnectionException unexpected(HttpMessage response) {
        return switch (response.status()) {
            case 403 ->
                authentication(
                        FailureCause.ACCESS_DENIED,
                        "The host accepts the user, but does not let it in (HTTP 403).",
                        "The user has to be an administrator there or in the group Remote Management Users; see also the IPv4"
                                + " filter of WinRM in the host's group policy.");
            case 404, 405 ->
                new ConnectionException(new Failure(
                        ConnectionStep.IDENTIFY,
                        FailureCause.NO_WINRM,
                        "A web server answers, but it has no WinRM at /wsman (HTTP " + response.status() + ").",
                        ENABLE));
            case 503 ->
                authentication(
                        FailureCause.QUOTA,
                        "The host's WinRM is overloaded or stopping (HTTP 503).",
                        "Try again later; on the host: Restart-Service WinRM.");
            default ->
                authentication(
                        FailureCause.OTHER,
                        "The host answers in a way that is not known here (HTTP " + response.status() + ").",
                        "See the host's event log Microsoft-Windows-WinRM/Operational.");
        };
    }

    static ConnectionException notSealed(String explanation) {
        return new ConnectionException(new Failure(
                ConnectionStep.SHELL,
                FailureCause.NOT_SEALED,
                explanation,
                "Use winrms://, or see what is between: over HTTP the workbench takes sealed answers only."));
    }
}
