package org.ipsecworkbench.certificate.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A web server on loopback that has a revocation list and answers questions of OCSP, in time or not. */
public final class RevocationServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<byte[]> asked = new CopyOnWriteArrayList<>();
    private volatile byte[] content = {};
    private volatile int status = 200;
    private volatile int pauseInMillis;

    public RevocationServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(status, 0);
            OutputStream out = exchange.getResponseBody();
            for (byte one : content) {
                if (pauseInMillis > 0) {
                    TimeUnit.MILLISECONDS.sleep(pauseInMillis);
                    out.flush();
                }
                out.write(one);
            }
            out.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers with this from now on. */
    public RevocationServer has(byte[] bytes) {
        content = bytes;
        return this;
    }

    /** Answers with this status from now on. */
    public RevocationServer says(int code) {
        status = code;
        return this;
    }

    /** Sends a byte each time such a while has passed. */
    public RevocationServer pauses(int millis) {
        pauseInMillis = millis;
        return this;
    }

    /** The bodies of all requests. */
    public List<byte[]> asked() {
        return List.copyOf(asked);
    }

    /** Where it is. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/list";
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
