/** One pass over a capture on all cores: records into an index, packets into flows. */
@NullMarked
package org.ipsecworkbench.capture.scan;

import org.jspecify.annotations.NullMarked;
