/**
 * Scenarios: small data files that say which hosts there are and what was done to them, and the network that comes of
 * it.
 */
@NullMarked
package org.ipsecworkbench.lab.scenario;

import org.jspecify.annotations.NullMarked;
