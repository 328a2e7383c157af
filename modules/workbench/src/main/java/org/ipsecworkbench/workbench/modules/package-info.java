/** Keeps modules that were added from keeping the workbench from starting or answering, and names those that fail. */
@NullMarked
package org.ipsecworkbench.workbench.modules;

import org.jspecify.annotations.NullMarked;
