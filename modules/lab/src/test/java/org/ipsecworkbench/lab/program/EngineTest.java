package org.ipsecworkbench.lab.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.EventLimits;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.FailureClass;
import org.ipsecworkbench.ike.IkeEvents;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.IkeWfp;
import org.ipsecworkbench.ike.OakleyLogs;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.lab.model.LabNetwork;
import org.ipsecworkbench.lab.testing.Networks;
import org.ipsecworkbench.lab.testing.Prompt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine reads what the simulated hosts print about their negotiations. */
class EngineTest {
    @TempDir
    private Path folder;

    private IkeReport read(String scenario, String host, List<ExplainedEvent> events) throws IOException {
        LabNetwork network = Networks.play(scenario);
        String xml = new Prompt(Networks.host(network, host)).print("wevtutil qe Security /f:xml");
        Path file = folder.resolve(scenario + ".xml");
        Files.writeString(file, xml);
        assertTrue(IkeEvents.recognises(file));
        return IkeEvents.read(
                file,
                new Source(scenario, Source.Kind.EVENTS),
                EventLimits.DEFAULT,
                IkeLimits.DEFAULT,
                ScanMonitor.NONE,
                events::add);
    }

    @Test
    void associationsAreEstablished() throws IOException {
        List<ExplainedEvent> events = new ArrayList<>();
        IkeReport report = read("all-well", "SRV1", events);
        assertEquals(List.of(), report.problems());
        assertTrue(events.stream().allMatch(event -> event.isIpsec() && event.failure() == null));
        assertTrue(report.negotiations().stream().anyMatch(one -> one.outcome() == Outcome.ESTABLISHED));
    }

    @Test
    void certificatesAreToBlame() throws IOException {
        assertFails("certificate-expired", FailureClass.CERTIFICATE);
    }

    @Test
    void kerberosIsToBlame() throws IOException {
        assertFails("kerberos-account-disabled", FailureClass.KERBEROS);
    }

    @Test
    void offersAreToBlame() throws IOException {
        assertFails("main-mode-mismatch", FailureClass.PROPOSAL);
    }

    @Test
    void nobodyAnswers() throws IOException {
        assertFails("firewall-drops-ike", FailureClass.NO_RESPONSE);
    }

    @Test
    void theFilteringPlatformTellsItWithoutAuditing() throws IOException {
        LabNetwork network = Networks.play("main-mode-mismatch");
        Prompt prompt = new Prompt(Networks.host(network, "SRV2"));
        IkeReport report = readWfp(prompt.print("netsh wfp show netevents file=-"));
        assertEquals(List.of(), report.problems());
        assertEquals(1, report.negotiations().size());
        assertNotNull(report.negotiations().get(0).failure());
        assertEquals(
                FailureClass.PROPOSAL, report.negotiations().get(0).failure().failureClass());
    }

    @Test
    void theStateOfTheFilteringPlatformHoldsTheAssociations() throws IOException {
        Prompt prompt = new Prompt(Networks.host(Networks.play("all-well"), "SRV1"));
        prompt.print("netsh wfp show state file=C:\\state.xml");
        IkeReport report = readWfp(prompt.print("type C:\\state.xml"));
        assertEquals(List.of(), report.problems());
        assertEquals(Outcome.ESTABLISHED, report.negotiations().get(0).outcome());
    }

    private IkeReport readWfp(String xml) throws IOException {
        Path file = folder.resolve("wfp.xml");
        Files.writeString(file, xml);
        assertTrue(IkeWfp.recognises(file));
        return IkeWfp.read(
                file,
                new Source("wfp", Source.Kind.WFP),
                EventLimits.DEFAULT,
                IkeLimits.DEFAULT,
                ScanMonitor.NONE,
                event -> {});
    }

    @Test
    void theOakleyLogIsReadOnceItIsSwitchedOn() throws IOException {
        LabNetwork network = Networks.play("custom-policy-broken");
        Prompt prompt = new Prompt(Networks.host(network, "SRV2"));
        assertEquals(1, prompt.run("type C:\\WINDOWS\\Debug\\Oakley.log").code());
        prompt.print("netsh ipsec dynamic set config ikelogging 1");
        prompt.run("net view \\\\SRV1");
        byte[] log = prompt.run("type C:\\WINDOWS\\Debug\\Oakley.log").stdout();
        assertTrue(OakleyLogs.isOakley(log), new String(log, StandardCharsets.US_ASCII));
    }

    private void assertFails(String scenario, FailureClass expected) throws IOException {
        List<ExplainedEvent> events = new ArrayList<>();
        IkeReport report = read(scenario, "SRV1", events);
        assertEquals(List.of(), report.problems());
        ExplainedEvent failed = events.stream()
                .filter(event -> event.failure() != null)
                .findFirst()
                .orElseThrow();
        assertNotNull(failed.failure());
        assertEquals(expected, failed.failure().failureClass());
    }
}
