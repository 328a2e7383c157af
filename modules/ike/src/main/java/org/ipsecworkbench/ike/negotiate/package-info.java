/** Puts messages together to negotiations and judges how they ended. */
@NullMarked
package org.ipsecworkbench.ike.negotiate;

import org.jspecify.annotations.NullMarked;
