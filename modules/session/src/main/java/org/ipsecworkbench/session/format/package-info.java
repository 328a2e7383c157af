/** {@code session.json}, the manifest of a session, from and to bytes. */
@NullMarked
package org.ipsecworkbench.session.format;

import org.jspecify.annotations.NullMarked;
