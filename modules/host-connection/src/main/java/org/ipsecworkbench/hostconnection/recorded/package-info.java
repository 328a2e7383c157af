/** Answers commands from transcripts that were kept, without a host. */
@NullMarked
package org.ipsecworkbench.hostconnection.recorded;

import org.jspecify.annotations.NullMarked;
