/** The check of whether computers can authenticate by Kerberos. */
@NullMarked
package org.ipsecworkbench.diagnosis.check.kerberos;

import org.jspecify.annotations.NullMarked;
