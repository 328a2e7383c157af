/** Rewrites packets so that they can be handed on: addresses replaced, contents gone, sums right again. */
@NullMarked
package org.ipsecworkbench.capture.redact;

import org.jspecify.annotations.NullMarked;
