/** Puts what several sources say of one negotiation together. */
@NullMarked
package org.ipsecworkbench.ike.merge;

import org.jspecify.annotations.NullMarked;
