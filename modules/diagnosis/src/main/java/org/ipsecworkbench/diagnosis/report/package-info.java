/** The forms of reports: one self-contained page, results for continuous integration, a table. */
@NullMarked
package org.ipsecworkbench.diagnosis.report;

import org.jspecify.annotations.NullMarked;
