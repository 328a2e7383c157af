/** Measurements of the client against simulated hosts. */
@NullMarked
package org.ipsecworkbench.lab.benchmark;

import org.jspecify.annotations.NullMarked;
