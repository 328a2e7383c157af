/** What third parties implement: checks. */
@NullMarked
package org.ipsecworkbench.diagnosis.spi;

import org.jspecify.annotations.NullMarked;
