package org.ipsecworkbench.lab.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.ipsecworkbench.lab.testing.Networks;
import org.ipsecworkbench.lab.testing.Prompt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of IPv6 and the keying module IKEv2. */
class ModernRulesTest {
    private static final String RULE =
            "netsh advfirewall consec add rule name=Servers endpoint1=any endpoint2=fd57::/64"
                    + " action=requireinrequireout auth1=computercert auth1ca=\"CN=Lab CA\"";

    @ParameterizedTest
    @CsvSource({
        "fd57::/64, fd57::ffff, true",
        "fd57::/64, fd57:0:0:1::1, false",
        "fd57::10-fd57::99, fd57::20, true",
        "fd57::10-fd57::99, fd57::100, false",
        "10.57.0.0/24, 10.57.0.20, true",
        "10.57.0.0/24, fd57::20, false",
        "::/0, 10.57.0.20, true",
        "::ffff:10.57.0.20, 10.57.0.20, true",
        "any, fd57::20, true"
    })
    void rangesHoldAddressesOfBothKinds(String range, String address, boolean holds) {
        assertEquals(holds, Endpoint.parse(range).contains(Endpoint.address(address), BigInteger.ZERO));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fd57::/129",
                "fd57::20-fd57::10",
                "fd57::1-10.57.0.1",
                "fd57::g",
                "1::2::3",
                "[::1]",
                "::1%eth0",
                ":"
            })
    void otherTextIsNoRange(String text) {
        assertThrows(IllegalArgumentException.class, () -> Endpoint.parse(text));
    }

    private static LabNetwork pair(String first, String second) {
        LabNetwork network = new LabNetwork(Networks.CLOCK);
        network.add("SRV1", first, WindowsVersion.SERVER_2019, Language.ENGLISH);
        network.add("SRV2", second, WindowsVersion.SERVER_2025, Language.ENGLISH);
        network.hosts()
                .forEach(host -> new Prompt(host)
                        .print(RULE.replace("fd57::/64", second.contains(":") ? "fd57::/64" : "10.57.0.0/24")));
        return network;
    }

    private static void key(WindowsHost host, String module) {
        assertEquals(
                "",
                new Prompt(host)
                        .run("powershell -Command \"Set-NetIPsecRule -DisplayName Servers -KeyModule " + module + "\"")
                        .err());
    }

    @Test
    void associationsAreKeyedByIkev2BetweenAddressesOfIpv6() {
        LabNetwork network = pair("fd57::10", "fd57::20");
        WindowsHost one = network.hosts().get(0);
        key(one, "IKEv2");
        key(network.hosts().get(1), "IKEv2");
        assertEquals(KeyModule.IKEV2, one.mainMode().get(0).module());
        Prompt prompt = new Prompt(one);
        assertTrue(prompt.print("netsh advfirewall monitor show qmsa")
                .contains("Remote IP Address:                    fd57::20\r\n"));
        assertTrue(prompt.print("powershell -Command \"Get-NetIPsecRule | ConvertTo-Json\"")
                .contains("\"KeyModule\":\"IKEv2\""));
        String events = prompt.print("wevtutil qe Security /q:*[System[(EventID=4651)]] /f:xml");
        assertTrue(events.contains("<Data Name='KeyModName'>%%8244</Data>"), events);
        assertTrue(events.contains("<Data Name='RemoteAddress'>fd57::20</Data>"), events);
        prompt.print("netsh wfp show state file=C:\\state.xml");
        String state = prompt.print("type C:\\state.xml");
        assertTrue(state.contains("<remoteV6Address>fd57::20</remoteV6Address>"), state);
        assertTrue(state.contains("<keyModuleType>IKEEXT_KEY_MODULE_IKEV2</keyModuleType>"), state);
    }

    @Test
    void whoKeysByIkev2AloneFindsNobodyWhoDoesNot() {
        LabNetwork network = pair("10.57.0.10", "10.57.0.20");
        WindowsHost one = network.hosts().get(0);
        key(one, "IKEv2");
        Outcome outcome = network.outcome(one, network.hosts().get(1));
        assertEquals(Outcome.Kind.BLOCKED, outcome.kind());
        assertEquals(IkeStatus.TIMED_OUT, outcome.status());
        key(one, "Default");
        assertTrue(network.outcome(one, network.hosts().get(1)).isProtected());
    }

    @Test
    void ikev2KnowsNoKerberos() {
        LabNetwork network = pair("10.57.0.10", "10.57.0.20");
        for (WindowsHost host : network.hosts()) {
            new Prompt(host).print("netsh advfirewall consec set rule name=Servers new auth1=computerkerb");
            key(host, "IKEv2");
        }
        assertEquals(
                IkeStatus.POLICY_MATCH,
                network.outcome(network.hosts().get(0), network.hosts().get(1)).status());
    }

    @Test
    void keyingModulesSurviveExportAndImport() {
        LabNetwork network = pair("10.57.0.10", "10.57.0.20");
        WindowsHost one = network.hosts().get(0);
        Prompt prompt = new Prompt(one);
        key(one, "IKEv2");
        prompt.print("netsh advfirewall export C:\\rules.wfw");
        key(one, "Default");
        prompt.print("netsh advfirewall import C:\\rules.wfw");
        assertEquals("IKEv2", KeyModule.label(one.localRules().get(0).modules()));
        assertEquals(1, prompt.run(RULE + " keymodule=ikev2").code());
    }

    @Test
    void windowsServer2003HasIpv4Only() {
        LabNetwork network = new LabNetwork(Networks.CLOCK);
        assertThrows(
                IllegalArgumentException.class,
                () -> network.add("OLD", "fd57::1", WindowsVersion.SERVER_2003, Language.ENGLISH));
    }
}
