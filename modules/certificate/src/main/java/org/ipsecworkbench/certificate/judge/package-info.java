/** The rules by which certificates are judged. */
@NullMarked
package org.ipsecworkbench.certificate.judge;

import org.jspecify.annotations.NullMarked;
