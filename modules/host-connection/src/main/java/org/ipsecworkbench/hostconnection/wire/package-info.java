/**
 * Bytes of WinRM on the wire, for both sides: HTTP/1.1 messages and the framing of sealed ones.
 *
 * <pre>{@code
 * HttpMessage request = HttpMessage.of("POST /wsman HTTP/1.1")
 *         .with("Host", "srv1.lab.example")
 *         .withBody("application/soap+xml;charset=UTF-8", document);
 * byte[] sent = request.toBytes();
 * }</pre>
 *
 * <p>In motion.
 */
@NullMarked
package org.ipsecworkbench.hostconnection.wire;

import org.jspecify.annotations.NullMarked;
