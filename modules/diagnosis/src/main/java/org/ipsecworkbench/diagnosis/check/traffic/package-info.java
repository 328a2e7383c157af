/** The check of whether traffic is protected. */
@NullMarked
package org.ipsecworkbench.diagnosis.check.traffic;

import org.jspecify.annotations.NullMarked;
