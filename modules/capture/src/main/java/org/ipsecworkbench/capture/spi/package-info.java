/** What a third party implements to add another capture file format. */
@NullMarked
package org.ipsecworkbench.capture.spi;

import org.jspecify.annotations.NullMarked;
