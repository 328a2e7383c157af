package org.ipsecworkbench.hostconnection.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.ipsecworkbench.hostconnection.ntlm.AvPairs;
import org.ipsecworkbench.hostconnection.ntlm.ChannelBinding;
import org.ipsecworkbench.hostconnection.ntlm.NtlmAcceptor;
import org.ipsecworkbench.hostconnection.ntlm.NtlmSeal;
import org.ipsecworkbench.hostconnection.ntlm.PasswordHash;
import org.ipsecworkbench.hostconnection.wire.HttpLimits;
import org.ipsecworkbench.hostconnection.wire.HttpMessage;
import org.ipsecworkbench.hostconnection.wire.HttpReader;
import org.ipsecworkbench.hostconnection.wire.SealedBody;
import org.ipsecworkbench.hostconnection.wsman.Element;
import org.ipsecworkbench.hostconnection.wsman.Envelope;
import org.ipsecworkbench.hostconnection.wsman.Fault;
import org.ipsecworkbench.hostconnection.wsman.Names;

/**
 * A WinRM service within the JVM, on loopback: NTLM, over TLS also Basic and client certificates, a remote shell, and faults
 * at will.
 */
public final class FakeHost implements AutoCloseable {
    public static final String USER = "LAB\\alice";
    private static final String MUTUAL = "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual";
    public static final String PASSWORD = "Geheim-\u00e4\u00f6\u00fc-1234567";

    /** Changes what is sent as an answer; null closes the connection instead. */
    public interface Tamper {
        byte[] answer(int number, byte[] whole) throws InterruptedException;
    }

    public final FakeShell shell;
    public final List<String> requests = new CopyOnWriteArrayList<>();
    public volatile Tamper tamper = (number, whole) -> whole;
    /** Changes the SOAP of an answer before it is sealed. */
    public volatile UnaryOperator<byte[]> content = soap -> soap;
    /** Sends answers a byte at a time, this long apart; 0 for at once. */
    public volatile int dripMillis;

    public volatile boolean answersPlain;
    public volatile int attempts;
    public volatile String stack = "3.0";
    public volatile String offers = "Negotiate";
    public volatile Instant clock = Instant.EPOCH;
    private volatile int answers;
    private final ServerSocket server;
    private final byte[] certificateHash;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Thread acceptor = new Thread(this::accept, "fake host");

    private FakeHost(ServerSocket server, byte[] certificateHash, Function<String, FakeShell.Reply> programs) {
        this.server = server;
        this.certificateHash = certificateHash;
        shell = new FakeShell(programs);
        acceptor.setDaemon(true);
        acceptor.start();
    }

    public static FakeHost http(Function<String, FakeShell.Reply> programs) throws IOException {
        return new FakeHost(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), null, programs);
    }

    /** A host with TLS; the hash is that of its certificate for the channel binding. */
    public static FakeHost https(SSLContext tls, byte[] certificateHash, Function<String, FakeShell.Reply> programs)
            throws IOException {
        SSLServerSocket server = (SSLServerSocket)
                tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setWantClientAuth(true);
        return new FakeHost(server, certificateHash, programs);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The connections that are open. */
    public int connections() {
        return sockets.size();
    }

    private void accept() {
        while (true) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                Thread thread = new Thread(() -> serve(socket), "fake host connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            HttpReader reader = new HttpReader(new BufferedInputStream(socket.getInputStream()), HttpLimits.DEFAULT);
            Connection connection = new Connection(socket);
            while (true) {
                HttpMessage request = reader.request();
                byte[] answer = connection.answer(request).toBytes();
                byte[] sent = tamper.answer(answers++, answer);
                if (sent == null) {
                    return;
                }
                send(socket, sent);
                if (sent != answer && sent.length < answer.length) {
                    return;
                }
            }
        } catch (IOException | InterruptedException e) {
            // The client is gone.
        } finally {
            sockets.remove(socket);
        }
    }

    private void send(Socket socket, byte[] bytes) throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        if (dripMillis == 0) {
            out.write(bytes);
        }
        for (int i = 0; dripMillis > 0 && i < bytes.length; i++) {
            out.write(bytes[i]);
            Thread.sleep(dripMillis);
        }
        out.flush();
    }

    private final class Connection {
        private NtlmAcceptor ntlm = new NtlmAcceptor();
        private NtlmSeal seal;
        private final Socket socket;

        Connection(Socket socket) {
            this.socket = socket;
        }

        HttpMessage answer(HttpMessage request) throws IOException {
            Optional<String> authorization = request.value("Authorization");
            if (request.value("WSMANIDENTIFY").isPresent()) {
                requests.add("Identify");
                return soap(200, identity());
            }
            if (authorization.isPresent() && authorization.get().startsWith("Negotiate ")) {
                return authenticate(
                        Base64.getDecoder().decode(authorization.get().substring(10)));
            }
            if (authorization.isPresent()) {
                return isAllowed(authorization.get())
                        ? request.body().length == 0 ? HttpMessage.of("HTTP/1.1 200 OK") : operate(request)
                        : unauthorized();
            }
            if (seal == null) {
                requests.add("anonymous");
                return unauthorized();
            }
            return operate(request);
        }

        /** Over TLS only; a certificate that nobody trusts has already ended the handshake. */
        private boolean isAllowed(String authorization) {
            if (!(socket instanceof SSLSocket secure)) {
                return false;
            }
            if (authorization.equals(MUTUAL)) {
                try {
                    return secure.getSession().getPeerCertificates().length > 0;
                } catch (SSLPeerUnverifiedException e) {
                    return false;
                }
            }
            byte[] pair = (USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
            return authorization.equals("Basic " + Base64.getEncoder().encodeToString(pair));
        }

        private HttpMessage authenticate(byte[] token) throws IOException {
            if (token[8] == 1) {
                requests.add("negotiate");
                AvPairs names = AvPairs.NONE.with(AvPairs.DOMAIN_NAME, "LAB").with(AvPairs.COMPUTER_NAME, "FAKE");
                byte[] challenge = ntlm.challenge(token, names, clock.equals(Instant.EPOCH) ? Instant.now() : clock);
                return HttpMessage.of("HTTP/1.1 401 Unauthorized")
                        .with(
                                "WWW-Authenticate",
                                "Negotiate " + Base64.getEncoder().encodeToString(challenge));
            }
            requests.add("authenticate");
            attempts++;
            byte[] binding =
                    certificateHash == null ? ChannelBinding.none() : ChannelBinding.ofCertificateHash(certificateHash);
            NtlmAcceptor.Outcome outcome = ntlm.accept(
                    token,
                    (user, domain) -> (domain + "\\" + user).equals(USER)
                            ? PasswordHash.of(PASSWORD.toCharArray(), user, domain)
                            : null,
                    binding);
            ntlm = new NtlmAcceptor();
            seal = outcome.seal();
            return seal == null ? unauthorized() : HttpMessage.of("HTTP/1.1 200 OK");
        }

        private HttpMessage operate(HttpMessage request) throws IOException {
            boolean isSealed = certificateHash == null;
            byte[] soap = request.body();
            if (isSealed) {
                SealedBody body = SealedBody.read(request.body());
                soap = seal.open(new NtlmSeal.Sealed(body.header(), body.data()));
            }
            Envelope envelope = Envelope.read(soap);
            requests.add(envelope.action().replaceFirst(".*/", ""));
            Envelope answer = shell.answer(envelope);
            int status = Fault.of(answer).isPresent() ? 500 : 200;
            if (!isSealed || answersPlain) {
                return soap(status, answer);
            }
            byte[] bytes = content.apply(answer.toBytes());
            NtlmSeal.Sealed sealed = seal.seal(bytes);
            SealedBody body = new SealedBody(SealedBody.SPNEGO, bytes.length, sealed.signature(), sealed.ciphertext());
            return HttpMessage.of("HTTP/1.1 " + status + " x").withBody(body.contentType(), body.toBytes());
        }
    }

    private HttpMessage unauthorized() {
        return HttpMessage.of("HTTP/1.1 401 Unauthorized").with("WWW-Authenticate", offers);
    }

    private HttpMessage soap(int status, Envelope envelope) {
        return HttpMessage.of("HTTP/1.1 " + status + " x")
                .withBody("application/soap+xml;charset=UTF-8", content.apply(envelope.toBytes()));
    }

    private Envelope identity() {
        return new Envelope(
                Element.of(Names.SOAP, "Header"),
                Element.of(
                        Names.SOAP,
                        "Body",
                        Element.of(
                                Names.IDENTITY,
                                "IdentifyResponse",
                                Element.text(Names.IDENTITY, "ProtocolVersion", Names.WSMAN),
                                Element.text(Names.IDENTITY, "ProductVendor", "Microsoft Corporation"),
                                Element.text(Names.IDENTITY, "ProductVersion", "OS: 0.0.0 SP: 0.0 Stack: " + stack))));
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
