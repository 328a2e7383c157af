/** WS-Management and the remote shell of Windows as XML, for both sides: reading and writing of SOAP, free of I/O. */
@NullMarked
package org.ipsecworkbench.hostconnection.wsman;

import org.jspecify.annotations.NullMarked;
