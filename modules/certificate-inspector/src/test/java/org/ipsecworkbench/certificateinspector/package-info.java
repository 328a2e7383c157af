/** Tests of what the policy explorer shows. */
@NullMarked
package org.ipsecworkbench.certificateinspector;

import org.jspecify.annotations.NullMarked;
