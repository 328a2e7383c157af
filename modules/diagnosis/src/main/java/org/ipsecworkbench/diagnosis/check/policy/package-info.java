/** The check of the policies in force and whether they fit. */
@NullMarked
package org.ipsecworkbench.diagnosis.check.policy;

import org.jspecify.annotations.NullMarked;
