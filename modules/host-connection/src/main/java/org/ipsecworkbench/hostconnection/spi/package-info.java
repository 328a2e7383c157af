/** What is to be implemented for another way to reach a host. */
@NullMarked
package org.ipsecworkbench.hostconnection.spi;

import org.jspecify.annotations.NullMarked;
