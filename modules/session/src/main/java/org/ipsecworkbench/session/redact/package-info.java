/** Replaces what tells whose evidence is: addresses, names and identifiers, the same ones by the same ones everywhere. */
@NullMarked
package org.ipsecworkbench.session.redact;

import org.jspecify.annotations.NullMarked;
