package org.ipsecworkbench.hostconnection.interop;

import org.ipsecworkbench.hostconnection.AuthenticationMethod;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** NTLM and sealing against gss-ntlmssp. */
@Timeout(120)
class NtlmGssTest extends GssCase {
    @Test
    void ntlmSealsForAndOpensFromGssNtlmssp() throws Exception {
        HostAddress address = ntlmAcceptor();
        assertRuns(address, alice("LAB\\alice", PASSWORD), AuthenticationMethod.NTLM);
        assertFails(
                FailureCause.CREDENTIALS_REJECTED, address, alice("LAB\\alice", "guess"), AuthenticationMethod.NTLM);
    }
}
