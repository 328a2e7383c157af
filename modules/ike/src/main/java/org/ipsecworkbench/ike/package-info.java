/**
 * Reads key negotiations of IPsec and says of each how it ended, why it failed and what to do next.
 *
 * <p>Whatever the source (a capture, a log, events of a host), the result is a list of {@link
 * org.ipsecworkbench.ike.Negotiation}s: who, how, step by step, the outcome. Sources that saw the same negotiation share
 * its {@link org.ipsecworkbench.ike.Cookies}.
 *
 * <p>Shapes and units: cookies and SPIs are numbers here and lower-case hex for people, times are {@link
 * java.time.Instant}s in UTC, packets, lines and records are numbered from 1, sizes are bytes. Names are those of the
 * IANA registries in lower case. What a number means that no table here knows is left as the number.
 *
 * <pre>{@code
 * Path file = Path.of("Oakley.log");
 * byte[] head = Files.readAllBytes(file);
 * if (OakleyLogs.isOakley(head)) {
 *     System.out.println(IkeFiles.kind(file));
 * }
 * }</pre>
 *
 * <p>In motion.
 */
@NullMarked
package org.ipsecworkbench.ike;

import org.jspecify.annotations.NullMarked;
