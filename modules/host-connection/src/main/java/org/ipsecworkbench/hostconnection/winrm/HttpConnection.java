package org.ipsecworkbench.hostconnection.winrm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSocket;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.StepListener;
import org.ipsecworkbench.hostconnection.Timeouts;
import org.ipsecworkbench.hostconnection.wire.HttpLimits;
import org.ipsecworkbench.hostconnection.wire.HttpMessage;
import org.ipsecworkbench.hostconnection.wire.HttpReader;
import org.jspecify.annotations.Nullable;

/**
 * One connection of HTTP/1.1 that is kept: a request, then its answer. Every wait ends in time, since the socket is closed
 * when it does not; after any exception the connection is of no use. One thread, but {@link #close} from any.
 */
final class HttpConnection implements AutoCloseable {
    /** HTTP.SYS of Windows closes connections that were idle for 120 seconds. */
    private static final Duration MAX_IDLE = Duration.ofSeconds(60);

    private interface Io<T> {
        T run() throws IOException;
    }

    private final Endpoint endpoint;
    private final Socket raw;
    private Socket socket;
    private @Nullable X509Certificate certificate;
    private @Nullable HttpReader reader;
    private boolean isLast;
    private long lastUse = System.nanoTime();

    private HttpConnection(Endpoint endpoint, Socket raw) {
        this.endpoint = endpoint;
        this.raw = raw;
        socket = raw;
    }

    /** Connects to the first address of the host that answers, and begins TLS where that is wanted. */
    static HttpConnection open(Endpoint endpoint, @Nullable Tls tls, Timeouts timeouts, StepListener steps)
            throws IOException {
        InetAddress[] all = Resolution.of(endpoint.address().host(), timeouts.connect(), InetAddress::getAllByName);
        steps.succeeded(ConnectionStep.RESOLVE, all[0].getHostAddress() + (all.length == 1 ? "" : " and others"));
        HttpConnection connection = new HttpConnection(endpoint, connect(all, endpoint.port(), timeouts.connect()));
        boolean isOpen = false;
        try {
            steps.succeeded(ConnectionStep.CONNECT, "port " + endpoint.port() + " answers");
            if (tls != null) {
                connection.within(timeouts.answer(), () -> connection.begin(tls));
            }
            connection.reader =
                    new HttpReader(new BufferedInputStream(connection.socket.getInputStream()), HttpLimits.DEFAULT);
            isOpen = true;
            return connection;
        } finally {
            if (!isOpen) {
                connection.close();
            }
        }
    }

    private static Socket connect(InetAddress[] all, int port, Duration timeout) throws IOException {
        IOException last = new IOException("no address");
        for (InetAddress address : all) {
            Socket socket = new Socket();
            try {
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress(address, port), (int) timeout.toMillis());
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last;
    }

    private Socket begin(Tls tls) throws IOException {
        SSLSocket secure = tls.over(raw, endpoint);
        socket = secure;
        secure.startHandshake();
        certificate = (X509Certificate) secure.getSession().getPeerCertificates()[0];
        return secure;
    }

    /** The certificate of the host; null where there is no TLS. */
    @Nullable
    X509Certificate certificate() {
        return certificate;
    }

    /** Whether another request may be sent. */
    boolean isUsable() {
        return !isLast && !raw.isClosed() && System.nanoTime() - lastUse < MAX_IDLE.toNanos();
    }

    /** A request to the service, without a body. */
    HttpMessage post() {
        return HttpMessage.of("POST /wsman HTTP/1.1")
                .with("Host", endpoint.authority())
                .with("User-Agent", "IPsec Workbench")
                .with("Connection", "Keep-Alive");
    }

    /** Sends a request and waits for its whole answer, that long at most. */
    HttpMessage exchange(HttpMessage request, Duration limit) throws IOException {
        HttpReader from = reader;
        if (from == null) {
            throw new IllegalStateException("not open");
        }
        HttpMessage response = within(limit, () -> {
            socket.getOutputStream().write(request.toBytes());
            socket.getOutputStream().flush();
            return from.response();
        });
        isLast = response.isLast();
        lastUse = System.nanoTime();
        return response;
    }

    /** Closing the socket is the only thing that ends a write or a handshake that hangs. */
    private <T> T within(Duration limit, Io<T> io) throws IOException {
        AtomicBoolean isOver = new AtomicBoolean();
        CompletableFuture<Void> done = new CompletableFuture<>();
        CompletableFuture<Void> watch = done.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(timeout -> {
                    isOver.set(true);
                    close();
                    return null;
                });
        try {
            return io.run();
        } catch (IOException e) {
            if (isOver.get()) {
                SocketTimeoutException timeout =
                        new SocketTimeoutException("no answer within " + limit.toSeconds() + " s");
                timeout.initCause(e);
                throw timeout;
            }
            throw e;
        } finally {
            done.complete(null);
            watch.join();
        }
    }

    /** Closes the socket below TLS, since a farewell to a host that does not read could hang. */
    @Override
    public void close() {
        try {
            raw.close();
        } catch (IOException e) {
            throw new IllegalStateException("a socket that does not close", e);
        }
    }
}
