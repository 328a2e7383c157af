/** What changed between two sessions, a class for each topic. */
@NullMarked
package org.ipsecworkbench.diagnosis.compare;

import org.jspecify.annotations.NullMarked;
