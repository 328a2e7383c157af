/** Tests of what the policy explorer shows. */
@NullMarked
package org.ipsecworkbench.sessionexplorer;

import org.jspecify.annotations.NullMarked;
