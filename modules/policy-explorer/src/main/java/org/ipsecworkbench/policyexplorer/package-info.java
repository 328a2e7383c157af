/** Shows the IPsec policy of a host: what stands out, what is in force, every value, and which rule acts on a flow. */
@NullMarked
package org.ipsecworkbench.policyexplorer;

import org.jspecify.annotations.NullMarked;
