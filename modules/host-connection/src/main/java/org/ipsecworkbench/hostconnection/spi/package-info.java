/**
 * What is to be implemented for another way to reach a host.
 *
 * <pre>{@code
 * @ServiceProvider(service = TransportProvider.class)
 * final class SshProvider implements TransportProvider {
 *     public String scheme() {
 *         return "ssh";
 *     }
 *
 *     public String description() {
 *         return "OpenSSH of Windows";
 *     }
 *
 *     public Transport open(
 *             HostAddress address, Credentials credentials, ConnectionOptions options, StepListener steps)
 *             throws ConnectionException {
 *         throw new UnsupportedOperationException("Returns what runs commands there.");
 *     }
 * }
 * }</pre>
 *
 * <p>Stable.
 */
@NullMarked
package org.ipsecworkbench.hostconnection.spi;

import org.jspecify.annotations.NullMarked;
