package org.ipsecworkbench.hostconnection.ntlm;

/** The version field of NTLM messages (MS-NLMP 2.2.2.10): for debugging only, and nothing depends on it. */
final class NtlmVersion {
    private static final byte[] WINDOWS_10 = {10, 0, 0, 0, 0, 0, 0, 15};

    private NtlmVersion() {}

    /** What this side writes: no build of Windows, revision 15 of NTLMSSP. */
    static byte[] own() {
        return WINDOWS_10.clone();
    }
}
