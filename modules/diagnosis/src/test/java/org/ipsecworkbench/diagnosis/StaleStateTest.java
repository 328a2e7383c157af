package org.ipsecworkbench.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ipsecworkbench.diagnosis.testing.Answers;
import org.junit.jupiter.api.Test;

/** A restart is proposed only where nothing else explains that there is no SA. The answers are made up here. */
class StaleStateTest {
    private static final String NOTHING = "<netEvents numItems=\"0\"></netEvents>";
    private static final String FAILURE = "<netEvents numItems=\"1\"><item><header><localAddrV4>10.0.0.1</localAddrV4>"
            + "<remoteAddrV4>10.0.0.2</remoteAddrV4></header><type>FWPM_NET_EVENT_TYPE_IKEEXT_MM_FAILURE</type>"
            + "<ikeMmFailure><failureErrorCode>13801</failureErrorCode><saRole>IKEEXT_SA_ROLE_INITIATOR</saRole>"
            + "</ikeMmFailure></item></netEvents>";

    private static HostEvidence host(String name, String address, String events) {
        HostEvidence host = HostEvidence.none(name, false);
        host = Answers.with(host, Commands.VERSION, "Microsoft Windows [Version 10.0.17763]");
        host = Answers.with(host, Commands.ADDRESSES, "IPv4 : " + address + "\nMask : 255.255.255.0\n");
        for (String service : List.of("BFE", "MpsSvc", "IKEEXT")) {
            host = Answers.with(host, Commands.service(service), "TYPE : 20 X\nSTATE : 4 RUNNING\nEXIT : 0 (0x0)\n");
        }
        host = Answers.with(host, Commands.RULES_IN_FORCE, """
                Rule Name:                   R
                ----------------------------------------------------------------------
                Enabled:                     Yes
                Endpoint1:                   10.0.0.0/24
                Endpoint2:                   10.0.0.0/24
                Protocol:                    Any
                Action:                      RequestInRequestOut
                Auth1:                       ComputerKerb
                MainModeSecMethods:          DHGroup14-AES256-SHA256
                QuickModeSecMethods:         ESP:SHA1-AES128+60min+100000kb
                """);
        host = Answers.with(host, Commands.QUICK_MODE_SAS, "");
        return Answers.with(host, Commands.NET_EVENTS, events);
    }

    private static Diagnosis diagnose(String events) {
        return Diagnosis.of(
                List.of(host("A", "10.0.0.1", events), host("B", "10.0.0.2", NOTHING)),
                List.of(),
                Diagnosis.installedChecks());
    }

    @Test
    void aRestartIsProposedWhereNothingElseExplainsIt() {
        Diagnosis diagnosis = diagnose(NOTHING);
        Cause cause = diagnosis.causes().get(0);
        assertEquals("keying-stale", cause.finding().key());
        assertTrue(cause.confidence() < 0.5, "and it is not sure");
        assertEquals(
                List.of("delete-sas/A", "restart-service/A/IKEEXT"),
                cause.finding().remedies().stream().map(Remedy::id).toList(),
                "the softer one first");
    }

    @Test
    void aFailureThatWasRecordedIsNoStaleState() {
        Diagnosis diagnosis = diagnose(FAILURE);
        assertEquals(
                "authentication-failed", diagnosis.causes().get(0).finding().key());
        assertTrue(
                diagnosis.findings().stream().noneMatch(finding -> finding.key().equals("keying-stale")));
    }
}
