package org.ipsecworkbench.application;

import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import javax.swing.JLabel;
import javax.swing.JList;
import org.netbeans.jemmy.operators.ContainerOperator;
import org.netbeans.jemmy.operators.JButtonOperator;
import org.netbeans.jemmy.operators.JLabelOperator;
import org.netbeans.jemmy.operators.JListOperator;
import org.netbeans.jemmy.operators.JTableOperator;
import org.netbeans.jemmy.operators.JTextFieldOperator;

/** Looks at negotiations in logs, events and captures, alone and together. Runs in the application. */
public class SourcesInside extends WindowCase {
    private static final Path TOP = Path.of(System.getProperty("ipsecwb.top"));
    private static final String CAPTURE = "c01_ikev1_psk_mismatch";

    public SourcesInside(String name) {
        super(name);
    }

    public void testALogIsShownWithItsLinesAndSearched() throws Exception {
        open(synthetic("beside-" + CAPTURE));
        text("verdict", "Failed: authentication");
        JListOperator lines = list("logLines");
        lines.waitState(condition("the lines of the step", list -> ((JList<?>) list).getSelectedIndex() == 111));
        until("its text", () -> String.valueOf(model(lines, 111)).contains("Receive: (get) SA"));

        press(KeyEvent.VK_CONTROL, KeyEvent.VK_F);
        untilFocusIn("findLines");
        new JTextFieldOperator(window(), named("findLines")).setText("oakley MAIN");
        text("foundLines", "1 of 8 lines");
        press(KeyEvent.VK_ENTER);
        text("foundLines", "2 of 8 lines");
        press(KeyEvent.VK_SHIFT, KeyEvent.VK_ENTER);
        text("foundLines", "1 of 8 lines");
        until("a line with it", () -> String.valueOf(lines.getSelectedValue()).contains("Oakley Main Mode"));
        press(KeyEvent.VK_ESCAPE);
        untilFocusIn("logLines");
    }

    public void testACaptureAndALogAreShownAsOne() throws Exception {
        show(CAPTURE);
        text("verdict", "Failed: authentication");
        new JButtonOperator(window(), named("addSource")).pushNoBlock();
        choose(synthetic("beside-" + CAPTURE));
        contains("reasons", "its clock is 3.25 s ahead, which is taken off its times");
        assertEquals("still one", 1, table("negotiations").getRowCount());
        JListOperator ladder = list("ladder");
        ladder.requestFocus();
        untilFocusIn("ladder");
        press(KeyEvent.VK_HOME);
        contains("message", "Evidence: packet 3 of " + CAPTURE + ".pcap, lines 2 to 10 of synthetic-beside");
        new JButtonOperator(window(), named("copyText")).push();
        waitCopied("[packet 3, lines 2 to 10]");
    }

    public void testAPacketIsGoneTo() throws Exception {
        show(CAPTURE);
        JListOperator ladder = list("ladder");
        ladder.requestFocus();
        untilFocusIn("ladder");
        press(KeyEvent.VK_HOME);
        contains("message", "Evidence: packet 3 of");
        press(KeyEvent.VK_ENTER);
        JTableOperator packets = table("packets");
        until("packet 3 selected", () -> packets.getSelectedRow() == 2);
    }

    public void testEventsAreExplainedFieldByField() throws Exception {
        Path file = getWorkDir().toPath().resolve("Security.txt");
        Files.writeString(file, EVENT);
        open(file);
        text("verdict", "Failed: no response");
        contains("message", "Event 4652 of Microsoft-Windows-Security-Auditing");
        contains("message", "    LocalAddress: 192.0.2.1");
        contains("message", "Next: ");
    }

    public void testALogIsFollowed() throws Exception {
        String whole = Files.readString(synthetic("established"));
        int cut = whole.length() / 4;
        Path growing = getWorkDir().toPath().resolve("Oakley.log");
        Files.writeString(growing, whole.substring(0, cut));
        open(growing);
        text("verdict", "Incomplete");
        // Its end came after it was read.
        Files.writeString(growing, whole.substring(cut, cut + 10), StandardOpenOption.APPEND);
        text("reading", "The file seems to be still being written. What you see is what it held when it was read.");
        new JButtonOperator(window(), named("followIt")).push();
        starts("Following: ");
        Files.writeString(growing, whole.substring(cut + 10), StandardOpenOption.APPEND);
        text("verdict", "Established");
        JButtonOperator stop = new JButtonOperator(window(), named("stopFollowing"));
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_F);
        until("no longer followed", () -> !stop.isShowing());
    }

    public void testKeysOpenWhatIsEncrypted() throws Exception {
        show("b01_ikev1_psk_transport");
        text("verdict", "Established");
        new JButtonOperator(window(), named("keys")).pushNoBlock();
        choose(TOP.resolve("modules/ike/src/test/resources/org/ipsecworkbench/ike/keys/ikev1_decryption_table"));
        starts("sources", "Source: b01_ikev1_psk_transport.pcap; decrypted with your keys");
        JListOperator ladder = list("ladder");
        until("decrypted steps", () -> {
            for (int i = 0; i < ladder.getModel().getSize(); i++) {
                if (String.valueOf(ladder.getModel().getElementAt(i)).contains("decrypted, ")) {
                    ladder.setSelectedIndex(i);
                    return true;
                }
            }
            return false;
        });
        contains("message", "Decrypted with your keys");
    }

    public void testACaptureThatHasChangedIsReadAgain() throws Exception {
        Path file = getWorkDir().toPath().resolve("trace.pcap");
        byte[] whole = Files.readAllBytes(lab(CAPTURE));
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        open(file);
        table("pairs").waitHasFocus();
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_I);
        table("negotiations").waitState(rows(1));
        Files.write(file, whole);
        text("reading", "trace.pcap has changed since it was read. What you see is what it held then.");
        new JButtonOperator(window(), named("readAgain")).push();
        text("negotiationSummary", "1 failed; 12 messages");
    }

    private void starts(String text) {
        starts("reading", text);
    }

    private void starts(String name, String text) {
        new JLabelOperator(window(), named(name))
                .waitState(condition(
                        name + " begins with " + text,
                        label -> ((JLabel) label).getText().startsWith(text)));
    }

    private void show(String capture) throws Exception {
        open(lab(capture));
        table("pairs").waitHasFocus();
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_I);
    }

    private JListOperator list(String name) {
        return new JListOperator((JList<?>) new ContainerOperator<>(window(), named(name)).getSource());
    }

    private static Object model(JListOperator list, int row) {
        return ((JList<?>) list.getSource()).getModel().getElementAt(row);
    }

    private static Path lab(String capture) {
        return TOP.resolve("modules/capture/src/test/resources/org/ipsecworkbench/capture/lab/" + capture + ".pcap");
    }

    private static Path synthetic(String name) {
        return TOP.resolve(
                "modules/ike/src/test/resources/org/ipsecworkbench/ike/synthetic/synthetic-" + name + ".log");
    }

    /** SYNTHETIC: no Windows wrote it. */
    private static final String EVENT = """
            <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>
            <Provider Name='Microsoft-Windows-Security-Auditing'/><EventID>4652</EventID><Version>0</Version>
            <TimeCreated SystemTime='2026-01-02T03:04:05.678Z'/><EventRecordID>7</EventRecordID><Channel>Security</Channel>
            <Computer>host.example</Computer></System><EventData>
            <Data Name='LocalAddress'>192.0.2.1</Data><Data Name='RemoteAddress'>192.0.2.2</Data>
            <Data Name='KeyModName'>%%8222</Data><Data Name='FailurePoint'>%%8199</Data>
            <Data Name='FailureReason'>Negotiation timed out</Data><Data Name='MMAuthMethod'>%%8193</Data>
            <Data Name='State'>%%8202</Data><Data Name='Role'>%%8205</Data>
            <Data Name='InitiatorCookie'>0123456789abcdef</Data><Data Name='ResponderCookie'>0000000000000000</Data>
            </EventData></Event>
            """;
}
