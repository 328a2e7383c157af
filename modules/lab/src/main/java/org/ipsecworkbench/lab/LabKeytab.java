package org.ipsecworkbench.lab;

import java.nio.file.Path;

/**
 * The keys by which simulated hosts accept tickets of Kerberos.
 *
 * @param principal of the service with its realm, such as {@code HTTP/localhost@LAB.TEST}
 * @param file a keytab that has its keys
 */
public record LabKeytab(String principal, Path file) {}
