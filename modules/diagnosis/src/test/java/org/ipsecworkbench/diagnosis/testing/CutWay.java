package org.ipsecworkbench.diagnosis.testing;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a connection and a host, hands on HTTP messages, and cuts the way at one of them. */
public final class CutWay implements Closeable {
    /** How the way is cut. */
    public enum Kind {
        /** The request is lost, and so is everything after it. */
        REQUEST_AND_ALL(false, true),
        /** The answer is lost, and so is everything after it. */
        ANSWER_AND_ALL(true, true),
        /** The request is lost, and a new connection works. */
        REQUEST(false, false),
        /** The answer is lost, and a new connection works. */
        ANSWER(true, false);

        private final boolean isAnswer;
        private final boolean isForGood;

        Kind(boolean isAnswer, boolean isForGood) {
            this.isAnswer = isAnswer;
            this.isForGood = isForGood;
        }
    }

    private final ServerSocket server;
    private final int target;
    private final Kind kind;
    private final int at;
    private final AtomicInteger messages = new AtomicInteger();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean isCut;
    private volatile boolean isClosed;

    /**
     * Begins.
     *
     * @param target port of the host
     * @param at the message at which the way is cut, from 0
     */
    public CutWay(int target, Kind kind, int at) throws IOException {
        this.target = target;
        this.kind = kind;
        this.at = at;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Whether the message was reached. */
    public boolean isCut() {
        return isCut;
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "cut way");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!isClosed) {
            try {
                Socket client = server.accept();
                sockets.add(client);
                if (isCut && kind.isForGood) {
                    client.close();
                } else {
                    thread(() -> serve(client));
                }
            } catch (IOException e) {
                // Closed, which ends it.
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket host = new Socket(InetAddress.getLoopbackAddress(), target)) {
            sockets.add(host);
            while (true) {
                byte[] request = message(client.getInputStream());
                boolean isHere = request.length > 0 && messages.getAndIncrement() == at;
                if (isHere) {
                    isCut = true;
                }
                if (request.length == 0 || isHere && !kind.isAnswer) {
                    return;
                }
                send(host.getOutputStream(), request);
                byte[] answer = message(host.getInputStream());
                if (answer.length == 0 || isHere || isCut && kind.isForGood) {
                    return;
                }
                send(client.getOutputStream(), answer);
            }
        } catch (IOException e) {
            // One of the two has gone, and the other one sees that.
            return;
        }
    }

    private static void send(OutputStream out, byte[] message) throws IOException {
        out.write(message);
        out.flush();
    }

    /** One message: its head, and as many bytes as that says; empty at the end. */
    private static byte[] message(InputStream in) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 4) {
            int c = in.read();
            if (c < 0) {
                return new byte[0];
            }
            message.write(c);
            ends = c == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : 0;
        }
        for (String line : message.toString(StandardCharsets.ISO_8859_1).split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                message.writeBytes(in.readNBytes(
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip())));
            }
        }
        return message.toByteArray();
    }

    @Override
    public void close() throws IOException {
        isClosed = true;
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
