/** Changes that help to look closer: to log, to capture, to try a key; each with the way back. */
@NullMarked
package org.ipsecworkbench.diagnosis.tool;

import org.jspecify.annotations.NullMarked;
