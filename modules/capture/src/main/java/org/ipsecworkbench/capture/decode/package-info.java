/** From the bytes of one frame to its addresses, traffic class and SPI; nothing is allocated per packet. */
@NullMarked
package org.ipsecworkbench.capture.decode;

import org.jspecify.annotations.NullMarked;
