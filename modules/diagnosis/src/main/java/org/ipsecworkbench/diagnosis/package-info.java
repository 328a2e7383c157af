/**
 * Diagnosis: what hosts say about IPsec is collected, checked, and put down to one cause.
 *
 * <p>{@link org.ipsecworkbench.diagnosis.Collector} asks a host what the checks need; {@link
 * org.ipsecworkbench.diagnosis.Diagnosis#of} examines what was collected, without any host. Collecting changes nothing on a
 * host.
 *
 * <pre>{@code
 * List<HostEvidence> evidence = List.of(HostEvidence.none("SRV1", false), HostEvidence.none("SRV2", false));
 * Diagnosis diagnosis = Diagnosis.of(evidence, List.of(), Diagnosis.installedChecks());
 * System.out.println(diagnosis.headline());
 * for (Finding finding : diagnosis.findings()) {
 *     System.out.println(finding.verdict() + " " + finding.key());
 * }
 * }</pre>
 *
 * <p>Stable.
 */
@NullMarked
package org.ipsecworkbench.diagnosis;

import org.jspecify.annotations.NullMarked;
