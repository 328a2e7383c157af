/** Makes the policy of a host of the blocks that the readers found. */
@NullMarked
package org.ipsecworkbench.policy.assemble;

import org.jspecify.annotations.NullMarked;
