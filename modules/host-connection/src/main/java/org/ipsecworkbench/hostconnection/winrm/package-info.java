/** Reaches hosts by WinRM: connections, authentication, sealing, and the remote shell. */
@NullMarked
package org.ipsecworkbench.hostconnection.winrm;

import org.jspecify.annotations.NullMarked;
