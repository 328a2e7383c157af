/** The check of whether a policy of one's own holds for the peer. */
@NullMarked
package org.ipsecworkbench.diagnosis.check.custom;

import org.jspecify.annotations.NullMarked;
