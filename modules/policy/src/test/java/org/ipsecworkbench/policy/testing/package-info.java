/** What the tests of this module share. */
@NullMarked
package org.ipsecworkbench.policy.testing;

import org.jspecify.annotations.NullMarked;
