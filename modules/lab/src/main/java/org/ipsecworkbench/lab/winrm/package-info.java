/**
 * The WinRM service of a simulated host: HTTP/1.1 on loopback, NTLM with sealed messages, the remote shell of MS-WSMV. Replies
 * have the form of exchanges that were recorded from real hosts; faults that no recording shows are marked.
 */
@NullMarked
package org.ipsecworkbench.lab.winrm;

import org.jspecify.annotations.NullMarked;
