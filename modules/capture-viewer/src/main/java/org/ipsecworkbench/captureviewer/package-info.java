/** The view of a capture: verdict, host pairs, coverage over time and packets. */
@NullMarked
package org.ipsecworkbench.captureviewer;

import org.jspecify.annotations.NullMarked;
