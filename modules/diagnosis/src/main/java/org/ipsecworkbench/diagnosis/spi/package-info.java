/**
 * What third parties implement: checks, and forms of reports.
 *
 * <pre>{@code
 * @ServiceProvider(service = Check.class, position = 2000)
 * final class NameCheck implements Check {
 *     public String key() {
 *         return "name";
 *     }
 *
 *     public String question() {
 *         return "Do hosts say their names?";
 *     }
 *
 *     public String explanation() {
 *         return "Certificates are issued to the name that a host says.";
 *     }
 *
 *     public List<Need> needs(HostEvidence host) {
 *         return List.of(Commands.NAME);
 *     }
 *
 *     public List<Finding> examine(Scene scene) {
 *         return scene.hosts().stream().map(this::examine).toList();
 *     }
 *
 *     private Finding examine(HostFacts host) {
 *         return Finding.of(
 *                 "name-unknown",
 *                 List.of(host.name()),
 *                 Verdict.INCONCLUSIVE,
 *                 1,
 *                 "What " + host.name() + " calls itself is not known",
 *                 List.of(),
 *                 "An answer to " + Commands.NAME.shown() + ".");
 *     }
 *
 *     public String next() {
 *         return "";
 *     }
 * }
 * }</pre>
 *
 * <p>Stable.
 */
@NullMarked
package org.ipsecworkbench.diagnosis.spi;

import org.jspecify.annotations.NullMarked;
