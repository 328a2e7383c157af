/** Captures on this machine: what is asked before one starts, and what is shown while it runs. */
@NullMarked
package org.ipsecworkbench.captureviewer.live;

import org.jspecify.annotations.NullMarked;
