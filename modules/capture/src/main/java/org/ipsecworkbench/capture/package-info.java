/**
 * Reads network captures and says how far IPsec protects what is in them.
 *
 * <p>Start at {@link org.ipsecworkbench.capture.Capture}: open a file, scan it, ask for its {@link
 * org.ipsecworkbench.capture.Coverage}.
 *
 * <p>Shapes and units: sizes are bytes on the wire (the original length of a packet, also where the capture holds only
 * its beginning), times are {@link java.time.Instant}s in UTC, shares run from 0 to 1, packets are numbered from 0 in
 * the API and from 1 wherever a person reads them. An index takes 8 bytes a packet; packets themselves stay in the
 * memory-mapped file.
 *
 * <pre>{@code
 * try (Capture capture = Capture.open(Path.of("office.pcapng"), CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
 *     capture.scan(ScanMonitor.NONE);
 *     Coverage coverage = capture.coverage();
 *     System.out.println(coverage.packets() + " packets, " + coverage.bytes() + " bytes");
 * }
 * }</pre>
 *
 * <p>Stable.
 */
@NullMarked
package org.ipsecworkbench.capture;

import org.jspecify.annotations.NullMarked;
