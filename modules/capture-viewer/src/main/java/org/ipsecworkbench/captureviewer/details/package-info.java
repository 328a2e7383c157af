/** One packet: the tree of its headers and its bytes, each showing what is selected in the other. */
@NullMarked
package org.ipsecworkbench.captureviewer.details;

import org.jspecify.annotations.NullMarked;
