/**
 * The simulated network: hosts with their services, policies, certificates, logs and clocks, and what they negotiate.
 *
 * <p>Everything mutable belongs to one {@link org.ipsecworkbench.lab.model.LabNetwork}, whose {@link
 * org.ipsecworkbench.lab.model.LabNetwork#lock lock} is held by whoever reads or changes it. What two hosts negotiate is
 * worked out from their policies as they are, so that a remedy has the effect that it would have. The rules are those of
 * the documentation that is named beside them; none was verified against a real host.
 */
@NullMarked
package org.ipsecworkbench.lab.model;

import org.jspecify.annotations.NullMarked;
