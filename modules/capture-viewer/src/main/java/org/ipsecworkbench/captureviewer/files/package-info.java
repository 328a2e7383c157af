/** Captures as files of a kind of their own, which other windows list with an icon and open. */
@NullMarked
package org.ipsecworkbench.captureviewer.files;

import org.jspecify.annotations.NullMarked;
