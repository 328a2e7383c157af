/** Reads the tables of facts among the resources. */
@NullMarked
package org.ipsecworkbench.policy.table;

import org.jspecify.annotations.NullMarked;
