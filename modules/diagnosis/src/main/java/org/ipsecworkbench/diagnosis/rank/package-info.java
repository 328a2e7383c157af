/** Ranks findings by the rules of {@code causes.tsv}. */
@NullMarked
package org.ipsecworkbench.diagnosis.rank;

import org.jspecify.annotations.NullMarked;
