/**
 * Diagnosis: what hosts say about IPsec is collected, checked, and put down to one cause.
 *
 * <p>{@link org.ipsecworkbench.diagnosis.Collector} asks a host what the checks need; {@link
 * org.ipsecworkbench.diagnosis.Diagnosis#of} examines what was collected, without any host. Collecting changes nothing on a
 * host.
 */
@NullMarked
package org.ipsecworkbench.diagnosis;

import org.jspecify.annotations.NullMarked;
