/** Saved sessions in windows: what they hold, what was noted about it, and each piece of evidence in the view that fits. */
@NullMarked
package org.ipsecworkbench.sessionexplorer;

import org.jspecify.annotations.NullMarked;
