/**
 * Runs commands on Windows hosts and fetches files from them; what comes back is evidence.
 *
 * <p>A {@link org.ipsecworkbench.hostconnection.HostAddress} and {@link org.ipsecworkbench.hostconnection.Credentials} open
 * a {@link org.ipsecworkbench.hostconnection.HostConnection}; it runs a {@link
 * org.ipsecworkbench.hostconnection.RemoteCommand} and gives a {@link org.ipsecworkbench.hostconnection.Transcript}. What
 * fails says in which {@link org.ipsecworkbench.hostconnection.ConnectionStep}, why, and what to do next: {@link
 * org.ipsecworkbench.hostconnection.Failure}.
 *
 * <p>All calls block, at most as long as {@link org.ipsecworkbench.hostconnection.Timeouts} say; none belongs on the event
 * dispatch thread. Passwords are never part of a text, transcript or exception.
 *
 * <pre>{@code
 * try (Credentials credentials = Credentials.password("LAB\\\\admin", System.console().readPassword());
 *         HostConnection host = HostConnection.open(
 *                 HostAddress.parse("srv1.lab.example"), credentials, ConnectionOptions.DEFAULT)) {
 *     Transcript transcript = host.run(RemoteCommand.program("sc", "query", "IKEEXT"));
 *     System.out.println(transcript.outputText());
 * }
 * }</pre>
 *
 * <p>Stable.
 */
@NullMarked
package org.ipsecworkbench.hostconnection;

import org.jspecify.annotations.NullMarked;
