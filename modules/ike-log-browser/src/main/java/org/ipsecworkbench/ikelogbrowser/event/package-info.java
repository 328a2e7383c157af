/** The events of Windows that are about IPsec: list, filter, and what each means. */
@NullMarked
package org.ipsecworkbench.ikelogbrowser.event;

import org.jspecify.annotations.NullMarked;
