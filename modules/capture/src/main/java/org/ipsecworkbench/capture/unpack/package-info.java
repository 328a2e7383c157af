/** Zstandard, which the JDK does not unpack. */
@NullMarked
package org.ipsecworkbench.capture.unpack;

import org.jspecify.annotations.NullMarked;
