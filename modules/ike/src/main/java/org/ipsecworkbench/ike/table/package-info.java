/** Reads the tables of facts among the resources. */
@NullMarked
package org.ipsecworkbench.ike.table;

import org.jspecify.annotations.NullMarked;
