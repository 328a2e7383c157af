/** Diagnoses hosts: asks them, goes through the checks, and says the cause and what to change, with the evidence. */
@NullMarked
package org.ipsecworkbench.diagnosisguide;

import org.jspecify.annotations.NullMarked;
