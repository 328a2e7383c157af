/** NTLMv2 by MS-NLMP, for both sides: messages, keys, integrity codes and sealing; free of I/O. */
@NullMarked
package org.ipsecworkbench.hostconnection.ntlm;

import org.jspecify.annotations.NullMarked;
