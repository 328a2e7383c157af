/** The display filter: from its text to a tree of tests, and from there to the numbers of the packets that pass. */
@NullMarked
package org.ipsecworkbench.capture.filter;

import org.jspecify.annotations.NullMarked;
