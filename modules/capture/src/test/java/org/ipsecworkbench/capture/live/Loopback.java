package org.ipsecworkbench.capture.live;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.function.BooleanSupplier;

/** Datagrams on the loopback interface, each to a port of its own choice, of a length that grows by one. */
final class Loopback implements AutoCloseable {
    static final int SHORTEST = 100;

    /** Ethernet, IPv4 and UDP, as Linux shows them on its loopback interface. */
    static final int HEADERS = 42;

    private final DatagramSocket receiver;
    private final DatagramSocket sender = new DatagramSocket();

    Loopback(InetAddress address) throws IOException {
        receiver = new DatagramSocket(0, address);
    }

    Loopback() throws IOException {
        this(InetAddress.getByName("127.0.0.1"));
    }

    /** Skips the test, in words, where this user cannot capture on the loopback interface of Linux. */
    static void assumeCapture() throws IOException {
        try {
            LiveInterface lo = LiveInterface.list().stream()
                    .filter(each -> each.name().equals("lo"))
                    .findFirst()
                    .orElse(null);
            assumeTrue(lo != null, "there is no interface lo; only Linux has it");
            LiveObstacle obstacle = lo.obstacle();
            assumeTrue(obstacle == null, () -> String.valueOf(obstacle));
        } catch (LiveCaptureException e) {
            assumeTrue(false, e.getMessage());
        }
    }

    String filter() {
        return "udp port " + receiver.getLocalPort();
    }

    void send(int datagrams) throws IOException {
        for (int i = 0; i < datagrams; i++) {
            byte[] payload = new byte[SHORTEST + i % 1000];
            sender.send(
                    new DatagramPacket(payload, payload.length, receiver.getLocalAddress(), receiver.getLocalPort()));
        }
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("not within 20 s");
            }
            Thread.sleep(5);
        }
    }

    @Override
    public void close() {
        sender.close();
        receiver.close();
    }
}
