/** What tests of this module share. */
@NullMarked
package org.ipsecworkbench.diagnosis.testing;

import org.jspecify.annotations.NullMarked;
