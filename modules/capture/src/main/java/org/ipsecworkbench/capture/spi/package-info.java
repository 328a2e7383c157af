/**
 * What a third party implements to add another capture file format.
 *
 * <pre>{@code
 * @ServiceProvider(service = CaptureFormat.class)
 * final class TapFormat implements CaptureFormat {
 *     public String key() {
 *         return "tap";
 *     }
 *
 *     public String label() {
 *         return "Output of our tap";
 *     }
 *
 *     public boolean recognises(ByteBuffer head) {
 *         return head.remaining() >= 4 && head.getInt(0) == 0x54415031;
 *     }
 *
 *     public RecordReader open(CaptureSource source, CaptureLimits limits, ProblemLog problems) throws IOException {
 *         throw new UnsupportedOperationException("Returns what reads one record after the other.");
 *     }
 * }
 * }</pre>
 *
 * <p>Stable.
 */
@NullMarked
package org.ipsecworkbench.capture.spi;

import org.jspecify.annotations.NullMarked;
