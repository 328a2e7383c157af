/** Holds two policies against each other. */
@NullMarked
package org.ipsecworkbench.policy.compare;

import org.jspecify.annotations.NullMarked;
