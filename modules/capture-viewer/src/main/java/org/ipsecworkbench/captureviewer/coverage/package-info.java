/** The tab that answers the question: verdict, charts, host pairs, reasons. */
@NullMarked
package org.ipsecworkbench.captureviewer.coverage;

import org.jspecify.annotations.NullMarked;
