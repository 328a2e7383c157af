/** The kinds of evidence that the engines here read. */
@NullMarked
package org.ipsecworkbench.session.read;

import org.jspecify.annotations.NullMarked;
