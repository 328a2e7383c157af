/**
 * What is to be implemented for another kind of evidence.
 *
 * <pre>{@code
 * @ServiceProvider(service = EvidenceReader.class, position = 2000)
 * final class NotesReader implements EvidenceReader {
 *     public Optional<EvidenceKind> recognise(Path file, byte[] head) {
 *         String text = new String(head, StandardCharsets.US_ASCII);
 *         return text.startsWith("# Notes of the case") ? Optional.of(EvidenceKind.FILE) : Optional.empty();
 *     }
 *
 *     public String summary(Path file, ScanMonitor monitor) throws IOException {
 *         return Files.size(file) + " bytes of notes";
 *     }
 * }
 * }</pre>
 *
 * <p>Stable.
 */
@NullMarked
package org.ipsecworkbench.session.spi;

import org.jspecify.annotations.NullMarked;
