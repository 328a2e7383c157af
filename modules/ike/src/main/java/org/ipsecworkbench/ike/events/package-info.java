/** Reads events of Windows in the forms that people send them, and says what they mean for IPsec. */
@NullMarked
package org.ipsecworkbench.ike.events;

import org.jspecify.annotations.NullMarked;
