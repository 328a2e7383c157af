/** Shows key negotiations: how each ended, why it failed, what to do next, and its messages as a ladder. */
@NullMarked
package org.ipsecworkbench.ikelogbrowser;

import org.jspecify.annotations.NullMarked;
