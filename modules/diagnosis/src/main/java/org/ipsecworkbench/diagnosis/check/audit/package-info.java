/** The check of what hosts record about negotiations. */
@NullMarked
package org.ipsecworkbench.diagnosis.check.audit;

import org.jspecify.annotations.NullMarked;
