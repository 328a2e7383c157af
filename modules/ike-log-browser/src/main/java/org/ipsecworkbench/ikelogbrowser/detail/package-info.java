/** What a negotiation or one of its messages says, in words. */
@NullMarked
package org.ipsecworkbench.ikelogbrowser.detail;

import org.jspecify.annotations.NullMarked;
