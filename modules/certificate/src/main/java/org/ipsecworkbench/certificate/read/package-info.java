/** Readers of the sources of certificates, each for one notation. */
@NullMarked
package org.ipsecworkbench.certificate.read;

import org.jspecify.annotations.NullMarked;
