package org.ipsecworkbench.diagnosis.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ipsecworkbench.diagnosis.Association;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.Platform;
import org.ipsecworkbench.diagnosis.ServiceState;
import org.ipsecworkbench.diagnosis.testing.Answers;
import org.junit.jupiter.api.Test;

/** Answers are read whatever their labels are called; all inputs are made up here. */
class ReadersTest {
    @Test
    void aVersionIsTheFirstNumberOfThreeParts() {
        assertEquals(new Platform(10, 0, 26100), Platform.of("\r\nMicrosoft Windows [バージョン 10.0.26100.1742]\r\n"));
        assertTrue(Platform.of("Microsoft Windows [Version 5.2.3790]").isLegacy());
        assertFalse(Platform.of("sh: ver: not found").isKnown());
        assertFalse(Platform.UNKNOWN.isLegacy());
    }

    @Test
    void anAddressIsWhatAMaskFollows() {
        HostEvidence host = Answers.of(Commands.ADDRESSES, """
                Windows-IP-Konfiguration
                   DNS-Server  . . . . . . . . . . . : 10.0.0.53
                   Lokale IPv6-Adresse . . . . . . . : fe80::1%12(Bevorzugt)
                   IPv4-Adresse  . . . . . . . . . . : 10.0.0.7(Bevorzugt)
                   Subnetzmaske  . . . . . . . . . . : 255.255.255.0
                   Standardgateway . . . . . . . . . : 10.0.0.1
                   IPv4-Adresse  . . . . . . . . . . : 192.0.2.9(Bevorzugt)
                   Subnetzmaske  . . . . . . . . . . : 255.255.0.0
                   NetBIOS . . . . . . . . . . . . . : 999.1.2.3
                   Subnetzmaske  . . . . . . . . . . : 255.0.255.0
                """);
        assertEquals(List.of("10.0.0.7", "192.0.2.9"), AddressReader.read(host));
    }

    @Test
    void aServiceIsReadByItsNumbers() {
        HostEvidence host =
                Answers.with(Answers.of(Commands.service("IKEEXT"), """

                        サービス名: IKEEXT
                                種類               : 30  WIN32
                                状態               : 1  STOPPED
                                WIN32_EXIT_CODE    : 1077  (0x435)
                                SERVICE_EXIT_CODE  : 0  (0x0)
                        """), Commands.serviceStart("IKEEXT"), """
                [SC] QueryServiceConfig SUCCESS

                サービス名: IKEEXT
                        種類               : 20  WIN32_SHARE_PROCESS
                        開始               : 4   DISABLED
                """);
        ServiceState service = ServiceReader.read(host, "IKEEXT").orElseThrow();
        assertTrue(service.isStopped() && service.isDisabled() && !service.isRunning());
        assertEquals(1077, service.exitCode());
        assertFalse(service.hasFailed(), "it was never started");
        assertEquals("line 4", service.evidence().get(0).place());
        assertTrue(ServiceReader.read(host, "BFE").isEmpty());
    }

    @Test
    void anAssociationIsTwoAddressesAndAlgorithms() {
        HostEvidence host = Answers.of(Commands.QUICK_MODE_SAS, """

                Schnellmodus-SA um 25.11.2026 09:30:00
                ----------------------------------------------------------------------
                Lokale IP-Adresse:                    10.0.0.7
                Remote-IP-Adresse:                    10.0.0.8
                Angebot:                              ESP:SHA1-AES128+60min+100000kb

                Schnellmodus-SA um 25.11.2026 09:30:00
                ----------------------------------------------------------------------
                Lokale IP-Adresse:                    10.0.0.7
                Remote-IP-Adresse:                    10.0.0.9
                Angebot:                              ESP:SHA1-None+60min+100000kb
                """);
        List<Association> associations = AssociationReader.read(host);
        assertEquals(
                List.of("10.0.0.8", "10.0.0.9"),
                associations.stream().map(Association::remote).toList());
        assertTrue(associations.get(0).isEncrypted());
        assertFalse(associations.get(1).isEncrypted());
        assertEquals("ESP:SHA1-AES128", associations.get(0).offer());
    }

    @Test
    void associationsOfThePolicyAgentAreReadToo() {
        HostEvidence host = Answers.of(Commands.POLICY_IN_FORCE, """
                Quick Mode SAs
                ------------------------------
                Source                  : 10.0.0.7
                Destination             : 10.0.0.8
                Protocol                : ANY
                Offer used              : ESP[3DES,SHA1]:100000k/900s

                Source                  : 10.0.0.7
                Destination             : 10.0.0.9
                Offer used              : AH[SHA1]:100000k/300s
                """);
        List<Association> associations = AssociationReader.read(host);
        assertEquals(2, associations.size());
        assertTrue(associations.get(0).isEncrypted());
        assertFalse(associations.get(1).isEncrypted());
    }

    @Test
    void nonsenseIsNothing() {
        for (String text : new String[] {"", "\u0000\uffff: 1\n: 2", "a: 99999999999999999999", "ESP:".repeat(5000)}) {
            assertTrue(AddressReader.read(Answers.of(Commands.ADDRESSES, text)).isEmpty());
            assertTrue(AssociationReader.read(Answers.of(Commands.QUICK_MODE_SAS, text))
                    .isEmpty());
            assertTrue(ServiceReader.read(Answers.of(Commands.service("X"), text), "X")
                    .isEmpty());
            assertTrue(NegotiationReader.read(Answers.of(Commands.NET_EVENTS, text), List.of())
                    .isEmpty());
        }
    }
}
