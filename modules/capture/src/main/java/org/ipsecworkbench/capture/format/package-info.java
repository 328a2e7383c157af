/** The capture file formats that ship: each one class, found through the SPI. */
@NullMarked
package org.ipsecworkbench.capture.format;

import org.jspecify.annotations.NullMarked;
