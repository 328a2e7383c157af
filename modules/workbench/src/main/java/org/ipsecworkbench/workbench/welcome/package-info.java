/** The page that greets: what this is, where to begin, what was open last. */
@NullMarked
package org.ipsecworkbench.workbench.welcome;

import org.jspecify.annotations.NullMarked;
