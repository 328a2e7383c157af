/** The joint timeline of a session: lanes and a table of the same entries, and what filters both. */
@NullMarked
package org.ipsecworkbench.sessionexplorer.timeline;

import org.jspecify.annotations.NullMarked;
