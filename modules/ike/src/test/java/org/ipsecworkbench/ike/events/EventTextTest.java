package org.ipsecworkbench.ike.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ipsecworkbench.ike.EventLimits;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.testing.SyntheticEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of XML and text; all inputs are synthetic. */
class EventTextTest {
    private static final String DESCRIPTION = """
            An IPsec main mode negotiation failed.

            Local Endpoint:
            	Local Principal Name:	-
            	Network Address:	192.0.2.1
            	Keying Module Port:	500

            Remote Endpoint:
            	Principal Name:		host/peer.example
            	Network Address:	2001:DB8:0:0::2
            	Keying Module Port:	500

            Failure Information:
            	Failure Point:		Local computer
            	Failure Reason:		No response from peer
            	State:			Sent first (SA) payload
            """;

    private static String xml() {
        return SyntheticEvents.xml(List.of(SyntheticEvents.of(4653)));
    }

    @Test
    void xmlIsReadInEveryEncodingWithAndWithoutARoot() throws IOException {
        String rooted = "\ufeff<?xml version=\"1.0\" encoding=\"UTF-16\"?>\r\n<Events>" + xml() + "</Events>";
        for (byte[] input : List.of(
                xml().getBytes(StandardCharsets.UTF_8),
                rooted.getBytes(StandardCharsets.UTF_8),
                rooted.getBytes(StandardCharsets.UTF_16LE),
                rooted.getBytes(StandardCharsets.UTF_16BE),
                xml().getBytes(StandardCharsets.UTF_16LE),
                (rooted + rooted).getBytes(StandardCharsets.UTF_8))) {
            EventsOf found = EventsOf.of(input);
            assertEquals(List.of(), found.problems());
            assertEquals("192.0.2.2", found.events().get(0).value("RemoteAddress"));
        }
    }

    @Test
    void whatIsCutOffIsToldAndKept() throws IOException {
        String cut = xml().substring(0, xml().indexOf("<Data Name='State'>") + 12);
        EventsOf found = EventsOf.of(xml() + cut);
        assertEquals(2, found.events().size());
        assertEquals("IKEv1", found.events().get(1).value("KeyModName"));
        assertTrue(found.problems().stream().anyMatch(problem -> problem.what().contains("not whole")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><Event><System><EventID>&b;</EventID></System></Event>",
                "<Event><System><EventID>4653</EventID></System><EventData><Data Name='a'>&b;</Data></EventData></Event>"
            })
    void nothingOutsideTheFileIsRead(String hostile) throws IOException {
        EventsOf found = EventsOf.of(hostile);
        assertTrue(found.events().stream()
                .flatMap(event -> event.fields().stream())
                .noneMatch(field -> field.raw().contains("root:")));
    }

    @Test
    void depthNamesAndLengthAreBounded() throws IOException {
        assertEquals(
                1,
                EventsOf.of("<Event>" + "<a>".repeat(100)).problems().stream()
                        .filter(problem -> problem.what().contains("deep"))
                        .count());
        StringBuilder names = new StringBuilder("<Event>");
        for (int i = 0; i < 5000; i++) {
            names.append("<n").append(i).append("/>");
        }
        assertTrue(EventsOf.of(names.toString()).problems().get(0).what().contains("too many names"));
        EventsOf after = EventsOf.of(xml() + "<Event a='" + "x".repeat(70_000) + "'/>");
        assertEquals(1, after.problems().size());
        assertEquals(1, after.events().size());
        String wide = xml().replace("<EventData>", "<EventData>" + "<Data Name='x'>1</Data>".repeat(300));
        assertEquals(
                EventLimits.DEFAULT.maxFields(),
                EventsOf.of(wide).events().get(0).fields().size());
        assertEquals(1, EventsOf.of(wide).problems().size());
        String longText = xml().replace("Negotiation timed out", "x".repeat(100_000));
        assertEquals(
                EventLimits.DEFAULT.maxText(),
                EventsOf.of(longText).events().get(0).value("FailureReason").length());
    }

    @Test
    void copiesOfEventViewerAreReadByTheirLabels() throws IOException {
        String copy = "Log Name:      Security\nSource:        Microsoft-Windows-Security-Auditing\n"
                + "Date:          1/2/2026 3:04:05 AM\nEvent ID:      4653\nComputer:      a.example\nDescription:\n"
                + DESCRIPTION;
        EventsOf found = EventsOf.of(copy + copy);
        assertEquals(List.of(), found.problems());
        assertEquals(2, found.events().size());
        EventRecord event = found.events().get(1);
        assertEquals(4653, event.id());
        assertEquals("a.example", event.computer());
        assertEquals("192.0.2.1", event.value("LocalAddress"));
        assertEquals("2001:DB8:0:0::2", event.value("RemoteAddress"));
        assertEquals("host/peer.example", event.value("RemoteMMPrincipalName"));
        assertEquals("No response from peer", event.value("FailureReason"));
        assertNull(event.time());
        assertEquals("1/2/2026 3:04:05 AM", event.value("Date"));
        var statement = Statements.of(Explainer.explain(event));
        assertNotNull(statement);
        assertEquals("2001:db8::2", statement.remote());
    }

    @Test
    void xmlBelowACopyIsTheSameEvent() throws IOException {
        EventsOf found = EventsOf.of("Log Name:      Security\nEvent ID:      4653\nDescription:\n" + DESCRIPTION
                + "Event Xml:\n" + xml().replace("<EventData>", "\n<EventData>"));
        assertEquals(1, found.events().size());
        assertEquals("0123456789abcdef", found.events().get(0).value("InitiatorCookie"));
        assertTrue(found.events().get(0).text().startsWith("An IPsec main mode"));
    }

    @Test
    void aDescriptionAloneTellsItsId() throws IOException {
        assertEquals(4653, EventsOf.of(DESCRIPTION).events().get(0).id());
    }

    @Test
    void snareLinesHaveTheirLineEndsJoined() throws IOException {
        String line = "<14>Jan  2 03:04:05 A MSWinEventLog\t1\tSecurity\t7\tFri Jan 02 03:04:05 2026\t4653\t"
                + "Microsoft-Windows-Security-Auditing\tN/A\tN/A\tFailure Audit\tA\tIPsec Main Mode\t\t"
                + DESCRIPTION.replaceAll("\\s+", " ") + "\t1\n";
        EventsOf found = EventsOf.of(line + line + "MSWinEventLog\ttoo\tshort\n");
        assertEquals(2, found.events().size());
        assertEquals("192.0.2.1", found.events().get(0).value("LocalAddress"));
        assertEquals("Sent first (SA) payload", found.events().get(0).value("State"));
        assertEquals(1, found.problems().size());
    }

    @Test
    void aCopyOfWindows2003IsRead() throws IOException {
        EventsOf found = EventsOf.of(
                "Event Type:\tFailure Audit\r\nEvent Source:\tSecurity\r\nEvent ID:\t547\r\n"
                        + "Date:\t\t1/2/2005\r\nTime:\t\t3:04:05 AM\r\nComputer:\tA\r\nDescription:\r\n"
                        + "IKE security association negotiation failed.\r\n Mode: \r\nKey Exchange Mode (Main Mode)\r\n\r\n Filter: \r\n"
                        + "Source IP Address 192.0.2.1\r\nSource IP Address Mask 255.255.255.255\r\n"
                        + "Destination IP Address 192.0.2.2\r\n\r\n Failure Point: \r\nMe\r\n\r\n Failure Reason: \r\nNo policy configured\r\n");
        EventRecord event = found.events().get(0);
        assertEquals("Me", event.value("FailurePoint"));
        var statement = Statements.of(Explainer.explain(event));
        assertNotNull(statement);
        assertEquals("192.0.2.2", statement.remote());
        assertNotNull(statement.failure());
        assertEquals("no-policy", statement.failure().failureClass().key());
    }

    @Test
    void eventsOfOtherProvidersAreReadButNotExplained() throws IOException {
        EventsOf found = EventsOf.of(xml().replace("Microsoft-Windows-Security-Auditing", "Another"));
        assertEquals(1, found.events().size());
        assertEquals("", Explainer.explain(found.events().get(0)).meaning());
        assertNull(Statements.of(Explainer.explain(found.events().get(0))));
    }
}
