/** What all views share: the look of charts, tables and verdicts, the welcome page and the opening of files. */
@NullMarked
package org.ipsecworkbench.workbench;

import org.jspecify.annotations.NullMarked;
