/** {@code ipsecwb}: every capability without a window, for scripts and CI. */
@NullMarked
package org.ipsecworkbench.commandline;

import org.jspecify.annotations.NullMarked;
