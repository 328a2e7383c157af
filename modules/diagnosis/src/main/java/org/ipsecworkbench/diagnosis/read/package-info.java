/** Reads answers of hosts by numbers, structure and order, never by words that Windows translates. */
@NullMarked
package org.ipsecworkbench.diagnosis.read;

import org.jspecify.annotations.NullMarked;
