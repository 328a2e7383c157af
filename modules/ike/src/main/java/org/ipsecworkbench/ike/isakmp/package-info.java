/** Takes messages of ISAKMP, IKEv2 and AuthIP apart. */
@NullMarked
package org.ipsecworkbench.ike.isakmp;

import org.jspecify.annotations.NullMarked;
