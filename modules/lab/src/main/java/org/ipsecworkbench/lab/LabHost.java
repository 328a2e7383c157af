package org.ipsecworkbench.lab;

import org.ipsecworkbench.hostconnection.HostAddress;

/**
 * How a simulated host is reached.
 *
 * @param name of the computer
 * @param address in the simulated network, where nothing real is
 * @param system the product that it claims to be
 * @param language of its user interface, a language tag
 * @param loopback the address of this machine that it listens on: 127.0.0.1, or ::1 for a host of IPv6 where this machine has that
 * @param port of WinRM over HTTP there
 * @param tlsPort of WinRM over HTTPS there
 */
public record LabHost(
        String name, String address, String system, String language, String loopback, int port, int tlsPort) {
    /** Where it is reached over HTTP; messages are sealed. */
    public HostAddress winrm() {
        return new HostAddress("winrm", "", loopback, port);
    }

    /** Where it is reached over HTTPS. */
    public HostAddress winrms() {
        return new HostAddress("winrms", "", loopback, tlsPort);
    }
}
