package org.ipsecworkbench.lab.winrm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLSocket;
import org.ipsecworkbench.hostconnection.ntlm.ChannelBinding;
import org.ipsecworkbench.hostconnection.wire.HttpLimits;
import org.ipsecworkbench.hostconnection.wire.HttpMessage;
import org.ipsecworkbench.hostconnection.wire.HttpReader;
import org.ipsecworkbench.hostconnection.wire.MalformedException;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.jspecify.annotations.Nullable;

/**
 * The WinRM service of a simulated host on two ports of loopback, one for HTTP, one for HTTPS; a thread per connection. Nothing
 * but loopback is ever listened on.
 */
public final class WinRmServer implements AutoCloseable {
    /** A connection that says nothing for this long is closed. */
    static final Duration IDLE = Duration.ofMinutes(2);

    private static final Duration RETRY = Duration.ofMillis(20);
    private static final int BACKLOG = 50;
    private static final int FRAMING = 4096;
    private static final int MAX_HEADERS = 100;
    private static final int MAX_LINE = 128 << 10;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final WindowsHost host;
    private final Access access;
    private final Quotas quotas;
    private final ShellService service;
    private final ServerSocket http;
    private final ServerSocket https;
    private final byte[] binding;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final LongAdder exchanges = new LongAdder();
    private volatile Switches switches = Switches.NONE;

    private WinRmServer(WindowsHost host, Access access, Quotas quotas, int port) throws IOException {
        this.host = host;
        this.access = access;
        this.quotas = quotas;
        this.service = new ShellService(host, quotas, threads("command"));
        this.binding = ChannelBinding.ofCertificateHash(access.tls().hash());
        InetAddress loopback = Loopback.of(host.address());
        this.http = ServerSocketFactory.getDefault().createServerSocket(port, BACKLOG, loopback);
        try {
            this.https = access.tls().listen(port == 0 ? 0 : port + 1, BACKLOG, loopback);
        } catch (IOException e) {
            http.close();
            throw e;
        }
    }

    /**
     * Starts the service.
     *
     * @param port of HTTP, HTTPS has the next one; 0 for any that are free
     * @throws IOException if a port is taken
     */
    public static WinRmServer start(WindowsHost host, Access access, Quotas quotas, int port) throws IOException {
        WinRmServer server = new WinRmServer(host, access, quotas, port);
        ThreadFactory threads = server.threads("listener");
        threads.newThread(() -> server.listen(server.http)).start();
        threads.newThread(() -> server.listen(server.https)).start();
        return server;
    }

    private ThreadFactory threads(String what) {
        return work -> {
            Thread thread = new Thread(work, "ipsecwb-lab-" + what + "-" + NUMBER.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** The address of this machine that both ports are on, in its usual form: 127.0.0.1 or ::1. */
    public String loopback() {
        return http.getInetAddress() instanceof Inet6Address ? "::1" : "127.0.0.1";
    }

    public int port() {
        return http.getLocalPort();
    }

    public int tlsPort() {
        return https.getLocalPort();
    }

    /** From now on this goes wrong on purpose. */
    public void set(Switches now) {
        switches = now;
        service.set(now);
    }

    /** How many connections are open. */
    public int connections() {
        return open.size();
    }

    /** How many requests were answered since the start, over all connections. */
    public long exchanges() {
        return exchanges.sum();
    }

    /** How many shells are open. */
    public int shells() {
        return service.shells();
    }

    private void listen(ServerSocket listener) {
        ThreadFactory threads = threads("connection");
        while (!listener.isClosed()) {
            Socket socket = accept(listener);
            if (socket != null) {
                threads.newThread(() -> serve(socket)).start();
            }
        }
    }

    private @Nullable Socket accept(ServerSocket listener) {
        try {
            Socket socket = listener.accept();
            if (open.size() >= quotas.connections()) {
                socket.close();
                return null;
            }
            open.add(socket);
            if (listener.isClosed()) {
                socket.close();
            }
            return socket;
        } catch (IOException e) {
            // Closed by close(), a connection that was gone before it was taken, or no file handles left: not at once
            // again.
            sleep(RETRY);
            return null;
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setSoTimeout((int) IDLE.toMillis());
            socket.setTcpNoDelay(true);
            Peer peer = socket instanceof SSLSocket tls ? Peer.of(tls.getSession()) : Peer.PLAIN;
            HttpReader reader = new HttpReader(
                    new BufferedInputStream(socket.getInputStream()),
                    new HttpLimits(MAX_LINE, MAX_HEADERS, quotas.envelope() + FRAMING));
            try (Conversation conversation =
                    new Conversation(host, service, access, binding, peer, switches.refusesPlain())) {
                boolean goesOn = true;
                for (int number = 1; goesOn; number++) {
                    goesOn = exchange(reader, conversation, socket.getOutputStream(), number);
                }
            }
        } catch (IOException e) {
            // The other end is gone, or the service is closed; nobody is left to be told.
        } finally {
            open.remove(socket);
        }
    }

    private boolean exchange(HttpReader reader, Conversation conversation, OutputStream out, int number)
            throws IOException {
        HttpMessage request;
        try {
            request = reader.request();
        } catch (MalformedException e) {
            out.write(HttpMessage.of("HTTP/1.1 400 Bad Request")
                    .with("Connection", "close")
                    .toBytes());
            return false;
        }
        byte[] reply;
        boolean isLast = request.isLast();
        HttpMessage answer = conversation.reply(request);
        isLast |= answer.isLast();
        reply = answer.toBytes();
        Switches now = switches;
        sleep(now.latency());
        boolean cuts = number == now.cutAt();
        if (cuts && now.cut() == Switches.Cut.BEFORE_REPLY) {
            return false;
        }
        if (cuts && now.cut() == Switches.Cut.IN_REPLY) {
            out.write(reply, 0, reply.length / 2);
            return false;
        }
        out.write(reply);
        out.flush();
        exchanges.increment();
        return !isLast;
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes the ports, every connection and every shell. */
    @Override
    public void close() throws IOException {
        try (http;
                https) {
            service.close();
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }
}
