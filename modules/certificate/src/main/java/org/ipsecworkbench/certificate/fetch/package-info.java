/** Fetching revocation lists and OCSP answers over HTTP, bounded in time and size. */
@NullMarked
package org.ipsecworkbench.certificate.fetch;

import org.jspecify.annotations.NullMarked;
