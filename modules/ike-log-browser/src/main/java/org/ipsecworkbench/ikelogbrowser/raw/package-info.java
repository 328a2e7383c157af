/** The raw lines of a log, paged from its file, with what was looked for. */
@NullMarked
package org.ipsecworkbench.ikelogbrowser.raw;

import org.jspecify.annotations.NullMarked;
