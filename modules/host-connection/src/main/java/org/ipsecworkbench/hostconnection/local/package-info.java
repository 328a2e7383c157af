/** Runs commands on the machine that the workbench itself runs on, where that is Windows. */
@NullMarked
package org.ipsecworkbench.hostconnection.local;

import org.jspecify.annotations.NullMarked;
