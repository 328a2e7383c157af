/** The tab that compares two captures: the same hosts before and after IPsec was set up. */
@NullMarked
package org.ipsecworkbench.captureviewer.compare;

import org.jspecify.annotations.NullMarked;
