package org.ipsecworkbench.hostconnection.winrm;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.StepListener;
import org.ipsecworkbench.hostconnection.wire.HttpMessage;
import org.ipsecworkbench.hostconnection.wire.MalformedException;
import org.ipsecworkbench.hostconnection.wire.SealedBody;
import org.ipsecworkbench.hostconnection.wsman.Envelope;
import org.ipsecworkbench.hostconnection.wsman.Fault;
import org.ipsecworkbench.hostconnection.wsman.ShellMessages;
import org.jspecify.annotations.Nullable;

/**
 * Asks the WinRM of a host, over one connection that is authenticated and, without TLS, sealed. A connection that was idle
 * or that the host ends is replaced by another before the next request, but no request is ever sent twice. One thread, but
 * {@link #abort} from any.
 */
final class WsmanClient implements AutoCloseable {
    private static final String SOAP = "application/soap+xml;charset=UTF-8";

    /** The header that every answer of a host of the lab has. */
    private static final String SIMULATED = "X-Simulated-By";

    private final Endpoint endpoint;
    private final Credentials credentials;
    private final ConnectionOptions options;
    private @Nullable Tls tls;
    private volatile @Nullable HttpConnection connection;
    private @Nullable Authenticator authenticator;
    private @Nullable Sealer sealer;
    private @Nullable Duration clockOffset;
    private boolean isSimulated;

    WsmanClient(Endpoint endpoint, Credentials credentials, ConnectionOptions options) {
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.options = options;
    }

    /** Another client for the same host, for another thread. */
    WsmanClient another() {
        return new WsmanClient(endpoint, credentials, options);
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** Whether the host named itself as simulated when it was asked who it is. */
    boolean isSimulated() {
        return isSimulated;
    }

    Optional<Duration> clockOffset() {
        return Optional.ofNullable(clockOffset);
    }

    /** Connects and authenticates. */
    void connect(StepListener steps) throws ConnectionException {
        Progress progress = new Progress(steps);
        try {
            HttpConnection http = open(progress);
            identify(http, progress);
            authenticate(http, progress);
        } catch (IOException e) {
            throw Failures.of(e, progress.next, endpoint, shown());
        }
    }

    /** Knows which step comes next, which is the one that fails. */
    private static final class Progress implements StepListener {
        private final StepListener steps;
        private ConnectionStep next = ConnectionStep.RESOLVE;

        Progress(StepListener steps) {
            this.steps = steps;
        }

        @Override
        public void succeeded(ConnectionStep step, String detail) {
            steps.succeeded(step, detail);
            next = ConnectionStep.values()[step.ordinal() + 1];
        }
    }

    private @Nullable X509Certificate shown() {
        return tls == null ? null : tls.trust().shown();
    }

    private HttpConnection open(StepListener steps) throws ConnectionException, IOException {
        if (endpoint.isTls() && tls == null) {
            try {
                tls = Tls.of(options, credentials);
            } catch (LocalFileException e) {
                throw new ConnectionException(
                        new Failure(
                                ConnectionStep.TRUST,
                                FailureCause.LOCAL_CREDENTIALS,
                                String.valueOf(e.getMessage()),
                                "Check the file: certificates to trust are PEM or DER, one's own is PKCS #12."),
                        null,
                        e);
            }
        }
        HttpConnection opened = HttpConnection.open(endpoint, tls, options.timeouts(), steps);
        connection = opened;
        X509Certificate certificate = opened.certificate();
        steps.succeeded(
                ConnectionStep.TRUST,
                certificate == null
                        ? "HTTP: every message is sealed, but only Kerberos proves which host it is"
                        : "certificate of " + certificate.getSubjectX500Principal()
                                + (options.pin().isEmpty() ? "" : ", pinned"));
        return opened;
    }

    /** Asks who is there, which needs no authentication, though some hosts want it. */
    private void identify(HttpConnection http, StepListener steps) throws ConnectionException, IOException {
        HttpMessage request = http.post()
                .with("WSMANIDENTIFY", "unauthenticated")
                .withBody(SOAP, ShellMessages.identify().toBytes());
        HttpMessage response = http.exchange(request, options.timeouts().answer());
        clockOffset = dateOffset(response);
        isSimulated = response.value(SIMULATED).isPresent();
        if (response.status() == 401) {
            steps.succeeded(ConnectionStep.IDENTIFY, "WinRM; the host tells no version before authentication");
            return;
        }
        if (response.status() != 200) {
            throw Failures.unexpected(response);
        }
        Identity identity = Identity.of(Envelope.read(response.body()));
        if (!identity.isSupported()) {
            throw new ConnectionException(new Failure(
                    ConnectionStep.IDENTIFY,
                    FailureCause.UNSUPPORTED_VERSION,
                    "The host has WinRM of another kind or an old version: " + identity.text() + ".",
                    "WinRM 2.0 or newer is needed; on Server 2003 and 2008 it comes with the Windows Management Framework"
                            + " (KB968930)."));
        }
        steps.succeeded(ConnectionStep.IDENTIFY, identity.text());
    }

    private static @Nullable Duration dateOffset(HttpMessage response) {
        try {
            return response.value("Date")
                    .map(date -> Duration.between(
                            Instant.now(),
                            ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant()))
                    .orElse(null);
        } catch (DateTimeException e) {
            // A host that tells no time that can be read tells none.
            return null;
        }
    }

    private void authenticate(HttpConnection http, StepListener steps) throws ConnectionException, IOException {
        Authenticator chosen = authenticator;
        if (chosen == null) {
            chosen = Methods.choose(endpoint, credentials, options, offered(http));
            authenticator = chosen;
        }
        Authenticator by = chosen;
        Authenticator.Result result = credentials.attempt(() -> by.authenticate(http));
        sealer = result.sealer();
        if (result.clockOffset() != null) {
            clockOffset = result.clockOffset();
        }
        steps.succeeded(ConnectionStep.AUTHENTICATE, result.detail());
    }

    private List<String> offered(HttpConnection http) throws ConnectionException, IOException {
        HttpMessage response = http.exchange(http.post(), options.timeouts().answer());
        if (response.status() == 401 || credentials.kind() == Credentials.Kind.CERTIFICATE) {
            return Tokens.offered(response);
        }
        throw Failures.unexpected(response);
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @param wait how much longer than usual the host may take
     */
    Envelope request(Envelope request, Duration wait) throws ConnectionException, FaultException {
        try {
            HttpConnection http = authenticated();
            byte[] soap = request.toBytes();
            Sealer by = sealer;
            HttpMessage post = authenticator == null ? http.post() : authenticator.mark(http.post());
            if (by == null) {
                post = post.withBody(SOAP, soap);
            } else {
                SealedBody sealed = by.seal(soap);
                post = post.withBody(sealed.contentType(), sealed.toBytes());
            }
            HttpMessage response =
                    http.exchange(post, options.timeouts().answer().plus(wait));
            return answer(request, response, by);
        } catch (IOException e) {
            disconnect();
            throw Failures.of(e, ConnectionStep.SHELL, endpoint, shown());
        }
    }

    private HttpConnection authenticated() throws ConnectionException, IOException {
        HttpConnection current = connection;
        if (current != null && current.isUsable()) {
            return current;
        }
        disconnect();
        HttpConnection fresh = open(StepListener.NONE);
        authenticate(fresh, StepListener.NONE);
        return fresh;
    }

    private Envelope answer(Envelope request, HttpMessage response, @Nullable Sealer by)
            throws ConnectionException, FaultException, IOException {
        if (response.status() == 401) {
            disconnect();
            throw Failures.authentication(
                    FailureCause.CONNECTION_LOST,
                    "The host forgot who asks in the middle of the connection.",
                    "Connect anew.");
        }
        Envelope envelope = Envelope.read(opened(response, by));
        Optional<Fault> fault = Fault.of(envelope);
        if (fault.isPresent()) {
            throw new FaultException(fault.get());
        }
        if (response.status() != 200) {
            throw Failures.unexpected(response);
        }
        if (!envelope.relatesTo().equalsIgnoreCase(request.messageId())) {
            throw new MalformedException("It answers another request.");
        }
        return envelope;
    }

    private byte[] opened(HttpMessage response, @Nullable Sealer by) throws ConnectionException, IOException {
        boolean isSealed = SealedBody.isSealed(response.value("Content-Type").orElse(""));
        if (by == null) {
            if (response.body().length == 0) {
                throw Failures.unexpected(response);
            }
            return response.body();
        }
        if (!isSealed) {
            if (response.status() != 200) {
                disconnect();
                throw Failures.unexpected(response);
            }
            disconnect();
            throw Failures.notSealed("The host answered without sealing, so that anybody could have written it.");
        }
        SealedBody sealed = SealedBody.read(response.body());
        byte[] message = by.open(sealed);
        if (message.length != sealed.length()) {
            throw new MalformedException("A sealed message is not as long as it says.");
        }
        return message;
    }

    /** Ends the connection, so that whoever waits for its answer stops waiting. */
    void abort() {
        HttpConnection current = connection;
        if (current != null) {
            current.close();
        }
    }

    private void disconnect() {
        abort();
        connection = null;
        if (sealer != null) {
            sealer.close();
            sealer = null;
        }
    }

    @Override
    public void close() {
        disconnect();
    }
}
