package org.ipsecworkbench.lab.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ipsecworkbench.lab.testing.Networks;
import org.ipsecworkbench.lab.testing.Prompt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The events that two hosts with Windows Server 2003 write. */
class LegacyEventsTest {
    private final LabNetwork network = new LabNetwork(Networks.CLOCK);
    private final WindowsHost one = network.add("SRV1", "10.57.0.10", WindowsVersion.SERVER_2003, Language.ENGLISH);
    private final WindowsHost other = network.add("SRV2", "10.57.0.20", WindowsVersion.SERVER_2003, Language.ENGLISH);
    private final Prompt first = new Prompt(one);
    private final Prompt second = new Prompt(other);

    @BeforeEach
    void hold() {
        network.hold(true);
    }

    private void policy(Prompt prompt, String offer, String key) {
        for (String line : List.of(
                "add filterlist name=All",
                "add filter filterlist=All srcaddr=me dstaddr=any",
                "add filteraction name=Enc action=negotiate qmsecmethods=\"ESP[3DES,SHA1]:100000k/900s\"",
                "add policy name=Mine mmsecmethods=\"" + offer + "\"",
                "add rule name=r policy=Mine filterlist=All filteraction=Enc psk=\"" + key + "\"",
                "set policy name=Mine assign=y")) {
            prompt.print("netsh ipsec static " + line);
        }
    }

    private void settle() {
        network.hold(false);
        network.settle();
    }

    private static List<Integer> ids(WindowsHost host) {
        return host.security().events().stream().map(AuditEvent::id).toList();
    }

    private static AuditEvent event(WindowsHost host, int id) {
        return host.security().events().stream()
                .filter(event -> event.id() == id)
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not among " + ids(host)));
    }

    @Test
    void aPeerWithAnotherKeyDoesNotProveWhoItIs() {
        policy(first, "3DES-SHA1-2", "a");
        policy(second, "3DES-SHA1-2", "b");
        settle();
        assertEquals(List.of(547), ids(one));
        assertEquals(List.of(545, 547), ids(other));
        assertEquals(
                List.of("Peer Identity", "Filter"),
                List.copyOf(event(other, 545).data().keySet()));
    }

    @Test
    void anOfferThatDoesNotMatchIsToldByBothValues() {
        policy(first, "3DES-SHA1-2", "a");
        policy(second, "DES-SHA1-2", "a");
        settle();
        AuditEvent event = event(other, 546);
        assertEquals("Encryption Algorithm\r\n", event.data().get("Attribute"));
        assertEquals("DES\r\n", event.data().get("Expected value"));
        assertEquals("3DES\r\n", event.data().get("Received value"));
        assertTrue(second.print("cscript eventquery.vbs /l security /fi \"ID eq 546\"")
                .contains("invalid proposal"));
    }

    @Test
    void associationsEndWithTheService() {
        policy(first, "3DES-SHA1-2", "a");
        policy(second, "3DES-SHA1-2", "a");
        settle();
        assertEquals(List.of(541, 541), ids(one));
        String spi = Integer.toUnsignedString(one.quickMode().get(0).inboundSpi());
        first.print("net stop policyagent");
        assertEquals(List.of(541, 541, 542, 543, 614), ids(one));
        assertEquals(
                List.of("Filter", "Inbound SPI", "Outbound SPI"),
                List.copyOf(event(one, 542).data().keySet()));
        assertEquals(spi + "\r\n", event(one, 542).data().get("Inbound SPI"));
        first.print("net start policyagent");
        AuditEvent started = event(one, 613);
        assertEquals("Mine\r\n", started.data().get("IPSec Services started"));
        assertEquals("Local Registry\r\n", started.data().get("Policy Source"));
    }

    @Test
    void theDriverTellsItsMode() {
        first.print("net stop policyagent & net start policyagent");
        one.restart();
        String log = first.print("cscript eventquery.vbs /l system");
        assertTrue(log.contains("Event:         4295\r\n"), log);
        assertEquals(2, log.split("Event:         4294\r\n", -1).length - 1, log);
        assertTrue(log.contains("Source:        IPSec\r\n"), log);
    }

    @Test
    void whatGoesOnInClearIsASoftAssociation() {
        first.print("netsh ipsec static set policy name=\"Server (Request Security)\" assign=y");
        second.print("net stop policyagent");
        settle();
        assertEquals(List.of(547, 541), ids(one));
        assertTrue(event(one, 541).data().get("Parameters").startsWith("ESP Algorithm None\r\n"));
    }
}
