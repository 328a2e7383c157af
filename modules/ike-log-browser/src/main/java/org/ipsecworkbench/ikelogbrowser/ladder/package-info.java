/** The messages of a negotiation between its two hosts, on the screen and as pictures. */
@NullMarked
package org.ipsecworkbench.ikelogbrowser.ladder;

import org.jspecify.annotations.NullMarked;
