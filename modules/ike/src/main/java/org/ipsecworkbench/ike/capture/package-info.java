/** Finds the messages of IKE in the packets of a capture. */
@NullMarked
package org.ipsecworkbench.ike.capture;

import org.jspecify.annotations.NullMarked;
