/** Bytes of WinRM on the wire, for both sides: HTTP/1.1 messages and the framing of sealed ones. */
@NullMarked
package org.ipsecworkbench.hostconnection.wire;

import org.jspecify.annotations.NullMarked;
