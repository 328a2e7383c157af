/** Calls what third parties contribute, so that what fails there is named and the rest goes on. */
@NullMarked
package org.ipsecworkbench.extension;

import org.jspecify.annotations.NullMarked;
