/** The check of the log of IKE. */
@NullMarked
package org.ipsecworkbench.diagnosis.check.ikelog;

import org.jspecify.annotations.NullMarked;
