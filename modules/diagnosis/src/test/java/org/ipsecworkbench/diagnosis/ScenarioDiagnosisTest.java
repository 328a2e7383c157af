package org.ipsecworkbench.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ipsecworkbench.lab.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole way: simulated hosts are asked over WinRM, and the cause is the one that the scenario was made with. */
class ScenarioDiagnosisTest {
    static List<String> scenarios() {
        return Scenario.all().stream().map(Scenario::name).toList();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theCauseIsTheOneOfTheScenario(String name) throws Exception {
        Diagnosis diagnosis;
        try (LabHosts hosts = new LabHosts(name)) {
            diagnosis = hosts.diagnose();
        }
        assertEquals(Scenario.find(name).orElseThrow().diagnosis(), diagnosis.headline());
        for (Finding finding : diagnosis.findings()) {
            assertFalse(finding.statement().endsWith("."), finding.statement());
            boolean rests = finding.verdict() == Verdict.OK || finding.verdict().isProblem();
            assertTrue(!rests || !finding.evidence().isEmpty(), finding.statement());
        }
    }
}
