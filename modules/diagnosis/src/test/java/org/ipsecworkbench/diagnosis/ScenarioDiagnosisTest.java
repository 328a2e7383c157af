package org.ipsecworkbench.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.lab.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole way: simulated hosts are asked over WinRM, and the cause is the one that the scenario was made with. */
class ScenarioDiagnosisTest {
    /** Each as it is, and with hosts of other languages in turn. */
    static List<Scenario> scenarios() {
        List<Scenario> all = new ArrayList<>(Scenario.all());
        List<String> others = List.of("de", "ja");
        for (Scenario scenario : Scenario.all()) {
            all.add(scenario.speaking(others.get(all.size() % others.size())));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theCauseIsTheOneOfTheScenario(Scenario scenario) throws Exception {
        Diagnosis diagnosis;
        try (LabHosts hosts = new LabHosts(scenario)) {
            diagnosis = hosts.diagnose();
        }
        assertEquals(scenario.diagnosis(), diagnosis.headline());
        for (Finding finding : diagnosis.findings()) {
            assertFalse(finding.statement().endsWith("."), finding.statement());
            boolean rests = finding.verdict() == Verdict.OK || finding.verdict().isProblem();
            assertTrue(!rests || !finding.evidence().isEmpty(), finding.statement());
        }
    }
}
