package org.ipsecworkbench.application;

import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JTable;
import org.netbeans.jemmy.operators.ContainerOperator;
import org.netbeans.jemmy.operators.JButtonOperator;
import org.netbeans.jemmy.operators.JComboBoxOperator;
import org.netbeans.jemmy.operators.JTableOperator;
import org.netbeans.jemmy.operators.JTextFieldOperator;

/** Reads what events of Windows say of IPsec, with and without negotiations. Runs in the application. */
public class EventsInside extends WindowCase {
    /** SYNTHETIC: one event of each number, made by the generator in modules/ike. */
    private static final Path EVENTS = Path.of(System.getProperty("ipsecwb.top"))
            .resolve("modules/ike/src/test/resources/org/ipsecworkbench/ike/synthetic/synthetic-events.xml");

    /** SYNTHETIC: a host without negotiations. */
    private static final String SYSTEM = """
            <Events><Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>
            <Provider Name='Service Control Manager'/><EventID>7036</EventID><Version>0</Version><Level>4</Level>
            <TimeCreated SystemTime='2026-01-02T03:04:05.678Z'/><EventRecordID>7</EventRecordID><Channel>System</Channel>
            <Computer>host.example</Computer></System><EventData>
            <Data Name='param1'>IKE and AuthIP IPsec Keying Modules</Data><Data Name='param2'>stopped</Data>
            </EventData></Event>
            <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>
            <Provider Name='RasClient'/><EventID>20227</EventID><Version>0</Version><Level>2</Level>
            <TimeCreated SystemTime='2026-01-02T03:05:06.789Z'/><EventRecordID>8</EventRecordID>
            <Channel>Application</Channel><Computer>host.example</Computer></System><EventData>
            <Data>{0}</Data><Data>EXAMPLE\\user</Data><Data>Office</Data><Data>809</Data>
            </EventData></Event></Events>
            """;

    public EventsInside(String name) {
        super(name);
    }

    public void testEventsWithoutANegotiationAreExplained() throws Exception {
        Path file = getWorkDir().toPath().resolve("System.xml");
        Files.writeString(file, SYSTEM);
        open(file);
        JTableOperator events = table("events");
        events.waitState(rows(2));
        text("eventSummary", "2 events about IPsec, 1 failure among them");
        untilFocusIn("events");
        assertEquals("Failure", cell(events, 0, 0));
        assertEquals("20227", cell(events, 0, 3));
        contains("eventText", "Event 20227 of RasClient");
        contains("eventText", "Next: ");
        press(KeyEvent.VK_DOWN);
        contains("eventText", "Meaning: A service of IPsec changed its state.");
        contains("eventText", "IKE and AuthIP IPsec Keying Modules");
        press(KeyEvent.VK_ENTER);
        untilFocusIn("eventText");
    }

    public void testEventsStandBesideNegotiations() throws Exception {
        open(EVENTS);
        table("negotiations").waitHasFocus();
        contains("message", "Event 544 of Security");
        press(KeyEvent.VK_ALT, KeyEvent.VK_S);
        untilFocusIn("events");
        JTableOperator events = table("events");
        JComboBoxOperator which = new JComboBoxOperator(window(), named("whichEvents"));
        int all = events.getRowCount();
        which.selectItem("Without a negotiation");
        events.waitState(condition("fewer rows", table -> ((JTable) table).getRowCount() < all));
        JTextFieldOperator filter = new JTextFieldOperator(window(), named("eventFilter"));
        apply(filter, "4960");
        events.waitState(rows(1));
        text("eventsShown", "1 of " + all + " shown; Esc shows all");
        contains("eventText", "Event 4960 of Microsoft-Windows-Security-Auditing");
        new JButtonOperator(window(), named("copyEvent")).push();
        waitCopied("Meaning: An inbound packet failed the integrity check");
        filter.requestFocus();
        filter.waitHasFocus();
        press(KeyEvent.VK_ESCAPE);
        events.waitState(rows(all));

        press(KeyEvent.VK_CONTROL, KeyEvent.VK_F);
        untilFocusIn("findLines");
        new JTextFieldOperator(window(), named("findLines")).setText("value of CoId");
        JTable table = (JTable) new ContainerOperator<>(window(), named("events")).getSource();
        until("an event of a dialled connection", () -> table.getSelectedRow() > 0);
        contains("eventText", "CoId: value of CoId");
        press(KeyEvent.VK_ALT, KeyEvent.VK_O);
        untilFocusIn("negotiations");
    }
}
