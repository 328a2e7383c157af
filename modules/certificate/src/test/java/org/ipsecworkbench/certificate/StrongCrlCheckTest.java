package org.ipsecworkbench.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Where Windows keeps and shows how it acts on revocation. */
class StrongCrlCheckTest {
    private static final String GROUP_POLICY = """

            HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall
                StrongCRLCheck    REG_DWORD    0x2
            """;
    private static final String OWN = """

            HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy
                StrongCRLCheck    REG_DWORD    0x0
            """;
    private static final String POLICY_AGENT = """

            ! REG.EXE VERSION 3.0

            HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\PolicyAgent\\Oakley
                StrongCrlCheck\tREG_DWORD\t0x1
            """;

    @Test
    void eachOfTheThreePlacesOfTheRegistryIsRead() {
        assertEquals(StrongCrlCheck.REQUIRE, StrongCrlCheck.read(GROUP_POLICY));
        assertEquals(StrongCrlCheck.NONE, StrongCrlCheck.read(OWN));
        assertEquals(StrongCrlCheck.ATTEMPT, StrongCrlCheck.read(POLICY_AGENT));
    }

    @Test
    void whatGroupPolicySetsCountsWhereverItStands() {
        assertEquals(StrongCrlCheck.REQUIRE, StrongCrlCheck.read(OWN + GROUP_POLICY));
        assertEquals(StrongCrlCheck.REQUIRE, StrongCrlCheck.read(GROUP_POLICY + OWN));
        assertEquals(StrongCrlCheck.NONE, StrongCrlCheck.read(OWN + POLICY_AGENT));
    }

    @Test
    void exportsAndListingsOfNetshAndPowerShellAreReadTheSameWay() {
        assertEquals(StrongCrlCheck.REQUIRE, StrongCrlCheck.read("\"StrongCRLCheck\"=dword:00000002"));
        assertEquals(StrongCrlCheck.NONE, StrongCrlCheck.read("StrongCRLCheck                        0:Disabled"));
        assertEquals(StrongCrlCheck.ATTEMPT, StrongCrlCheck.read("StrongCRLCheck          : 1"));
        assertEquals(StrongCrlCheck.NONE, StrongCrlCheck.read("StrongCRLCheck0:Disabled"));
        assertEquals(StrongCrlCheck.REQUIRE, StrongCrlCheck.read("CertValidationLevel : RequireCrlCheck"));
        assertEquals(StrongCrlCheck.NONE, StrongCrlCheck.read("CertValidationLevel : None"));
    }

    @Test
    void whatIsNotSaidOrNoSuchValueIsUnknown() {
        assertEquals(StrongCrlCheck.UNKNOWN, StrongCrlCheck.read("CertValidationLevel : NotConfigured"));
        assertEquals(StrongCrlCheck.UNKNOWN, StrongCrlCheck.read("    StrongCRLCheck    REG_DWORD    0x7"));
        assertEquals(StrongCrlCheck.UNKNOWN, StrongCrlCheck.read("ERROR: The system was unable to find the key."));
    }
}
