/** When negotiations ended how. */
@NullMarked
package org.ipsecworkbench.ikelogbrowser.timeline;

import org.jspecify.annotations.NullMarked;
