/** What third parties implement: checks, and forms of reports. */
@NullMarked
package org.ipsecworkbench.diagnosis.spi;

import org.jspecify.annotations.NullMarked;
