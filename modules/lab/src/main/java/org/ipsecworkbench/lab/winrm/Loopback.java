package org.ipsecworkbench.lab.winrm;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import org.ipsecworkbench.lab.model.Endpoint;

/** Where simulated hosts listen: nothing but this machine reaches it. */
final class Loopback {
    private static final byte[] FOUR = {127, 0, 0, 1};
    private static final byte[] SIX = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    private Loopback() {}

    /** That of the family of a host's address; 127.0.0.1 for all where this machine has no IPv6. */
    static InetAddress of(String address) {
        try {
            return InetAddress.getByAddress("localhost", Endpoint.isSix(address) && hasSix() ? SIX : FOUR);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("both have the right length", e);
        }
    }

    private static boolean hasSix() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .anyMatch(address -> address instanceof Inet6Address && address.isLoopbackAddress());
        } catch (SocketException e) {
            // What the system does not tell is not relied on.
            return false;
        }
    }
}
