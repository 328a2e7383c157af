/** How long predictions take. */
@NullMarked
package org.ipsecworkbench.policy.benchmark;

import org.jspecify.annotations.NullMarked;
