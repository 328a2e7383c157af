/** Tests of what the policy explorer shows. */
@NullMarked
package org.ipsecworkbench.policyexplorer;

import org.jspecify.annotations.NullMarked;
