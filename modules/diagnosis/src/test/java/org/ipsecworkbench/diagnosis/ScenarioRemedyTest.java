package org.ipsecworkbench.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ipsecworkbench.lab.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In every scenario, what the cause proposes for a host of it is run, helps, and is undone, in the languages of the lab. */
class ScenarioRemedyTest {
    /** What the lab does not simulate: its hosts have no rules of the firewall. */
    private static final Set<String> NOT_SIMULATED = Set.of("open-ike");

    static List<Scenario> scenarios() {
        List<Scenario> all = new ArrayList<>();
        List<String> others = List.of("en", "de", "ja");
        for (Scenario scenario : Scenario.all()) {
            all.add(scenario.speaking(others.get(all.size() % others.size())));
        }
        return all;
    }

    private static List<Remedy> proposed(Diagnosis diagnosis) {
        return diagnosis.causes().stream()
                .limit(1)
                .flatMap(cause -> cause.finding().remedies().stream())
                .filter(remedy -> !remedy.hosts().isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void whatIsProposedHelpsAndIsUndone(Scenario scenario) throws Exception {
        try (LabHosts hosts = new LabHosts(scenario)) {
            Diagnosis before = hosts.diagnose();
            for (Remedy remedy : proposed(before)) {
                if (NOT_SIMULATED.contains(remedy.id().split("/", 2)[0])) {
                    continue;
                }
                RemedyRun run = RemedyRun.apply(hosts::open, remedy);
                assertEquals(RemedyRun.State.APPLIED, run.state(), run.message());
                Diagnosis after = hosts.diagnose();
                assertNotEquals(before.headline(), after.headline(), remedy.id());
                if (remedy.canBeUndone()) {
                    run = RemedyRun.undo(hosts::open, remedy);
                    assertEquals(RemedyRun.State.UNDONE, run.state(), run.message());
                    assertSame(before, hosts.diagnose(), remedy);
                } else {
                    return;
                }
            }
        }
    }

    /** What hosts hold is what they held: rules, policies and services, word by word. */
    private static void assertSame(Diagnosis before, Diagnosis after, Remedy remedy) {
        assertEquals(before.headline(), after.headline(), remedy.id());
        List<Need> held = new ArrayList<>(
                List.of(Commands.RULES_IN_FORCE, Commands.LOCAL_RULES, Commands.STORED_POLICIES, Commands.AUDITING));
        HostFacts.SERVICES.forEach(name -> held.add(Commands.serviceStart(name)));
        for (String host : remedy.hosts()) {
            for (Need need : held) {
                assertEquals(
                        LabHosts.answer(before, host, need),
                        LabHosts.answer(after, host, need),
                        remedy.id() + ": " + need.line());
            }
        }
    }

    /** A cause that is done away with in the directory, at an authority, or by judgement. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void whereNothingIsProposedTheWordsSayWhatToDo(Scenario scenario) throws Exception {
        try (LabHosts hosts = new LabHosts(scenario)) {
            for (Cause cause : hosts.diagnose().causes().stream().limit(1).toList()) {
                assertFalse(cause.finding().remedyInWords().isEmpty(), cause.sentence());
            }
        }
    }
}
