/** The check of whether pre-shared keys are equal. */
@NullMarked
package org.ipsecworkbench.diagnosis.check.key;

import org.jspecify.annotations.NullMarked;
