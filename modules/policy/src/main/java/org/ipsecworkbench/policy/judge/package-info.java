/** What stands out in the policy of one host. */
@NullMarked
package org.ipsecworkbench.policy.judge;

import org.jspecify.annotations.NullMarked;
