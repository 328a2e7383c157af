/** Opens encrypted messages with keys that a user gives. */
@NullMarked
package org.ipsecworkbench.ike.decrypt;

import org.jspecify.annotations.NullMarked;
