/** Which rule acts on a flow: what matches, and what is more specific. */
@NullMarked
package org.ipsecworkbench.policy.select;

import org.jspecify.annotations.NullMarked;
