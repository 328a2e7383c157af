/** Says what is in certificates, field by field. */
@NullMarked
package org.ipsecworkbench.certificate.describe;

import org.jspecify.annotations.NullMarked;
