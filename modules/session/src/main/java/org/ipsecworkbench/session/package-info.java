/**
 * Keeps all evidence of a case in one file, and reads it where the hosts are not.
 *
 * <p>A {@link org.ipsecworkbench.session.Session} says what there is: hosts, evidence, notes, bookmarks. {@link
 * org.ipsecworkbench.session.SessionFile} opens a saved one, {@link org.ipsecworkbench.session.SessionWorkspace} one that is
 * being collected or changed; both are {@link org.ipsecworkbench.session.SessionContents}, which give the evidence itself:
 *
 * <pre>{@code
 * try (SessionContents contents = SessionFile.open(Path.of("office.ipsecwb"), SessionLimits.DEFAULT)) {
 *     for (EvidenceItem item : contents.session().evidence(EvidenceKind.TRANSCRIPT)) {
 *         System.out.println(contents.evidence(item).transcript().outputText());
 *     }
 * }
 * }</pre>
 *
 * <p>Opening reads what the session says of itself and no evidence. Sizes are bytes, times {@link java.time.Instant}s by the
 * clock of the machine that took the evidence, hashes SHA-256 in lower-case hex. Reading and writing block; none belongs on
 * the event dispatch thread.
 *
 * <p>In motion.
 */
@NullMarked
package org.ipsecworkbench.session;

import org.jspecify.annotations.NullMarked;
