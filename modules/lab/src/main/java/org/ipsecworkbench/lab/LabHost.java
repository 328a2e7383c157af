package org.ipsecworkbench.lab;

/**
 * How a simulated host is reached.
 *
 * @param name of the computer
 * @param address in the simulated network, where nothing real is
 * @param system the product that it claims to be
 * @param language of its user interface, a language tag
 * @param port of WinRM over HTTP on 127.0.0.1
 * @param tlsPort of WinRM over HTTPS there
 */
public record LabHost(String name, String address, String system, String language, int port, int tlsPort) {}
