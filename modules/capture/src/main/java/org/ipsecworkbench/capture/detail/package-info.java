/**
 * The detail tree of one packet: every header from the outside in, field by field.
 *
 * <p>For people who look at one packet, beside {@code decode}, which tells the class of millions. A protocol is one class
 * with one method, {@link org.ipsecworkbench.capture.detail.Dissector#dissect}, and one line in the table of what carries
 * it: {@code EtherTypes}, {@code IpProtocols}, {@code Ports} or {@code LinkLayers}. It reads through {@code Layer}, which
 * keeps every field inside the captured bytes and says in words what is cut or wrong; so a dissector has no bounds to check
 * and cannot fail on hostile input.
 */
@NullMarked
package org.ipsecworkbench.capture.detail;

import org.jspecify.annotations.NullMarked;
