/** What is to be implemented for another kind of evidence. */
@NullMarked
package org.ipsecworkbench.session.spi;

import org.jspecify.annotations.NullMarked;
