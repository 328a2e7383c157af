/** Offers as text, in every notation that Windows has for them. */
@NullMarked
package org.ipsecworkbench.policy.offer;

import org.jspecify.annotations.NullMarked;
