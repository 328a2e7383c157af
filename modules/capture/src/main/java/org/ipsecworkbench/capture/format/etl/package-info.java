/** Event trace logs of Windows: how packets are taken from them. */
@NullMarked
package org.ipsecworkbench.capture.format.etl;

import org.jspecify.annotations.NullMarked;
