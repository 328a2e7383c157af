/** Reads XML as Windows tools write it: several roots, none, a byte order mark, cut off; nothing outside the file is read. */
@NullMarked
package org.ipsecworkbench.ike.xml;

import org.jspecify.annotations.NullMarked;
