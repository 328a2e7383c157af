/** What the tests share. */
@NullMarked
package org.ipsecworkbench.ikelogbrowser;

import org.jspecify.annotations.NullMarked;
