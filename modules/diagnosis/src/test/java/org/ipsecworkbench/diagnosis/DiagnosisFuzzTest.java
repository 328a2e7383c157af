package org.ipsecworkbench.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.diagnosis.spi.ReportFormat;
import org.ipsecworkbench.diagnosis.testing.Answers;
import org.junit.jupiter.params.provider.MethodSource;

/** Hosts that answer anything. A line {@code @N} begins the answer to the command with that number. */
class DiagnosisFuzzTest {
    private static final List<Need> NEEDS = List.of(
            Commands.VERSION,
            Commands.ADDRESSES,
            Commands.service("IKEEXT"),
            Commands.serviceStart("IKEEXT"),
            Commands.RULES_IN_FORCE,
            Commands.LOCAL_RULES,
            Commands.QUICK_MODE_SAS,
            Commands.STORED_POLICIES,
            Commands.ASSIGNED_BY_DOMAIN,
            Commands.POLICY_IN_FORCE,
            Commands.NET_EVENTS,
            Commands.AUDITING,
            Commands.AUDITS_DISABLED,
            Commands.DOMAIN_CONTROLLER,
            Commands.secureChannel("lab.test"),
            Commands.clockOffset("dc1"),
            Commands.ticket("LAB.TEST"),
            Commands.CERTIFICATES,
            Commands.IKE_LOG);

    private static final String MODERN = """
            @0
            Microsoft Windows [Version 10.0.17763]
            @1
               IPv4 : 10.0.0.1
               Mask : 255.255.255.0
            @2
            A : 20 X
            B : 1 STOPPED
            @3
            A : 20 X
            B : 4 DISABLED
            @4
            StrongCRLCheck                        2:Strict

            Rule Name:                   R
            ----------------------------------------------------------------------
            Enabled:                     Yes
            Endpoint1:                   Any
            Endpoint2:                   Any
            Protocol:                    Any
            Action:                      RequireInRequireOut
            Auth1:                       ComputerKerb,ComputerCert
            Auth1CAName:                 CN=Root, S=Here
            QuickModeSecMethods:         ESP:SHA1-AES128+60min+100000kb
            @6

            Local:  10.0.0.1
            Remote: 10.0.0.2
            Offer:  ESP:SHA1-None+60min
            @10
            <netEvents numItems="1"><item><header><localAddrV4>10.0.0.1</localAddrV4></header></item></netEvents>
            @11
            H,System,IPsec Main Mode,{0CCE9218-69AE-11D9-BED3-505054503030},No Auditing,
            @13
                       DC: \\\\dc1
                  Address: \\\\10.0.0.9
                 Dom Name: lab.test
            @14
            Status = 5 0x5 ERROR_ACCESS_DENIED
            @15
            09:30:00, -720.0000000s
            @16
            substatus: 0xc0000072
            @17
            certificate=MIIB
            key=True
            status=Revoked
            """;

    private static final String LEGACY = """
            @0
            Microsoft Windows [Version 5.2.3790]
            @1
               IP : 10.0.0.2
               Mask : 255.255.255.0
            @7
            Policy Name             : P
            Assigned                : YES
            Rule ID                 : 1
            Activated               : YES
            FilterList Name         : All
            FilterAction Name       : Require
            Authentication Methods  (1)
                    Preshared Key       : secret

            FilterList Name         : All
            Mirrored                : YES
            Source IP Address       : Me
            Destination IP Address  : Any
            Protocol                : ANY

            FilterAction Name       : Require
            Action                  : NEGOTIATE
            @9
            IKElogging              : 1
            @12
            DisableIKEAudits    REG_DWORD    0x1
            @18
             11-25: 09:30:00:000:8a4 ProcessFailure: sa:000DEA38 centry:00000000 status:35ed
            """;

    static Stream<byte[]> seeds() {
        return Stream.of(MODERN, LEGACY, MODERN + "@@\n" + LEGACY, "")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private static HostEvidence host(String name, String text) {
        HostEvidence host = HostEvidence.none(name, false);
        for (String part : ("\n" + text).split("\n@", -1)) {
            int end = part.indexOf('\n');
            String number = end < 0 ? "" : part.substring(0, end);
            if (number.matches("\\d{1,2}") && Integer.parseInt(number) < NEEDS.size()) {
                host = Answers.with(host, NEEDS.get(Integer.parseInt(number)), part.substring(end + 1));
            }
        }
        return host;
    }

    /** Whatever hosts answer is judged and reported, the same again, and no page runs what they said. */
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void everyAnswerIsJudged(byte[] input) throws IOException {
        String text = new String(input, StandardCharsets.UTF_8);
        int middle = text.indexOf("@@\n");
        List<HostEvidence> hosts = new ArrayList<>();
        hosts.add(host("A", middle < 0 ? text : text.substring(0, middle)));
        hosts.add(host("B", middle < 0 ? MODERN : text.substring(middle + 3)));
        List<Check> checks = Diagnosis.installedChecks();
        Diagnosis diagnosis = Diagnosis.of(hosts, List.of(), checks);
        hosts.forEach(host -> checks.forEach(check -> check.needs(host)));
        for (Finding finding : diagnosis.findings()) {
            assertTrue(finding.confidence() >= 0 && finding.confidence() <= 1, finding.toString());
            assertFalse(finding.statement().isEmpty(), finding.key());
        }
        assertEquals(
                diagnosis.headline(), Diagnosis.of(hosts, List.of(), checks).headline());
        for (ReportFormat format : ReportFormat.installed()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            format.write(diagnosis, Instant.EPOCH, out);
            assertFalse(out.toString().contains("<script"), format.key());
        }
    }
}
