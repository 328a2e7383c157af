/** What the tests of this module share. */
@NullMarked
package org.ipsecworkbench.ike.testing;

import org.jspecify.annotations.NullMarked;
