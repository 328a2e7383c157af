/** Chains and revocation, checked by the JDK. */
@NullMarked
package org.ipsecworkbench.certificate.path;

import org.jspecify.annotations.NullMarked;
