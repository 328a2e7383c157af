/** Measures the dissector beside tshark; see {@link org.ipsecworkbench.ike.benchmark.IkeBenchmark}. */
@NullMarked
package org.ipsecworkbench.ike.benchmark;

import org.jspecify.annotations.NullMarked;
