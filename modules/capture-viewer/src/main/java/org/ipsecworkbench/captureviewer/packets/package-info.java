/** The tab that lists the packets, all of them or those of a host pair. */
@NullMarked
package org.ipsecworkbench.captureviewer.packets;

import org.jspecify.annotations.NullMarked;
