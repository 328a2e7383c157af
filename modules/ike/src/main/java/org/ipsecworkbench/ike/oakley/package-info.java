/** Oakley.log, the trace that IKE of Windows 2000, XP and 2003 writes: lines, what they belong to, and what they add up to. */
@NullMarked
package org.ipsecworkbench.ike.oakley;

import org.jspecify.annotations.NullMarked;
