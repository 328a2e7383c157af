/** Transport payloads of packets, with IP fragments put together. */
@NullMarked
package org.ipsecworkbench.capture.datagram;

import org.jspecify.annotations.NullMarked;
