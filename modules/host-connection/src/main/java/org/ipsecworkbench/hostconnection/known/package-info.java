/**
 * The hosts that a user works with, kept in one file that the window and the command line share, and read from the lists
 * that others keep.
 *
 * <pre>{@code
 * KnownHosts known = KnownHostsFile.ofUser().read();
 * known.find("SRV1").ifPresent(host -> System.out.println(host.address()));
 * }</pre>
 *
 * <p>In motion.
 */
@NullMarked
package org.ipsecworkbench.hostconnection.known;

import org.jspecify.annotations.NullMarked;
