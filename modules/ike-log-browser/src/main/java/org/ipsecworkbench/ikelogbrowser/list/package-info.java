/** The list of negotiations, failures first. */
@NullMarked
package org.ipsecworkbench.ikelogbrowser.list;

import org.jspecify.annotations.NullMarked;
