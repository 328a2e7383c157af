/** What the tests of the lab share. */
@NullMarked
package org.ipsecworkbench.lab.testing;

import org.jspecify.annotations.NullMarked;
