/** What two policies negotiate, step by step. */
@NullMarked
package org.ipsecworkbench.policy.predict;

import org.jspecify.annotations.NullMarked;
