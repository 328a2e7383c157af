/** The check of whether anybody asks for IPsec at all. */
@NullMarked
package org.ipsecworkbench.diagnosis.check.respond;

import org.jspecify.annotations.NullMarked;
