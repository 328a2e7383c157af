package org.ipsecworkbench.application;

import java.awt.Component;
import java.awt.event.KeyEvent;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.SwingUtilities;
import org.netbeans.jemmy.operators.ContainerOperator;
import org.netbeans.jemmy.operators.JButtonOperator;
import org.netbeans.jemmy.operators.JComboBoxOperator;
import org.netbeans.jemmy.operators.JLabelOperator;
import org.netbeans.jemmy.operators.JListOperator;
import org.netbeans.jemmy.operators.JTableOperator;
import org.netbeans.jemmy.operators.JTextFieldOperator;

/** Goes from captures to their key negotiations and reads why they failed. Runs in the application. */
public class NegotiationsInside extends WindowCase {
    public NegotiationsInside(String name) {
        super(name);
    }

    public void testNegotiationsThatFailed() throws Exception {
        JTableOperator negotiations = negotiations("c01_ikev1_psk_mismatch");
        negotiations.waitState(rows(1));
        assertEquals("Failed", cell(negotiations, 0, 0));
        assertEquals("10.13.0.10", cell(negotiations, 0, 2));
        assertEquals("authentication", cell(negotiations, 0, 1));
        text("verdict", "Failed: authentication");
        contains("reasons", "With a pre-shared key this means that the keys differ.");
        contains("reasons", "Next: Compare the pre-shared keys on both hosts");
        text("negotiationSummary", "1 failed; 12 messages");
        // The message at which it failed is selected, and says where it was read.
        contains("message", "Evidence: packet");
        JListOperator ladder =
                new JListOperator((JList<?>) new ContainerOperator<>(window(), named("ladder")).getSource());
        ladder.waitState(
                condition("9 steps", list -> ((JList<?>) list).getModel().getSize() == 9));

        negotiations.requestFocus();
        untilFocusIn("negotiations");
        press(KeyEvent.VK_ENTER);
        untilFocusIn("ladder");
        press(KeyEvent.VK_HOME);
        contains("message", "Evidence: packet 3 of c01_ikev1_psk_mismatch.pcap");
        contains("message", "aes-cbc 128, sha2-256, group 14, preshared-key");
        press(KeyEvent.VK_DOWN);
        contains("message", "Evidence: packet 4 of c01_ikev1_psk_mismatch.pcap");
        JTableOperator comparison = table("comparison");
        assertEquals("Encryption", cell(comparison, 0, 0));
        assertEquals("aes-cbc 128", cell(comparison, 0, 1));
        new JButtonOperator(window(), named("copyText")).push();
        waitCopied("Failed: authentication\n10.13.0.10 -> 10.13.0.20, IKEv1 main mode, preshared-key");
    }

    public void testNegotiationsOfASweep() throws Exception {
        JTableOperator negotiations = negotiations("t05_ike_scan_sweep");
        // Two of those that did not end are alike.
        negotiations.waitState(rows(4));
        text("negotiationSummary", "2 failed, 3 did not end; 12 messages");
        JTextFieldOperator filter = new JTextFieldOperator(window(), named("negotiationFilter"));
        filter.setText("FAILED aggressive");
        negotiations.waitState(rows(1));
        text("negotiationsShown", "1 of 5 shown; Esc shows all");
        text("verdict", "Failed: authentication");
        filter.requestFocus();
        filter.waitHasFocus();
        press(KeyEvent.VK_ESCAPE);
        negotiations.waitState(rows(4));
        JComboBoxOperator outcome = new JComboBoxOperator(window(), named("outcomeFilter"));
        outcome.selectItem("Incomplete");
        negotiations.waitState(rows(2));
    }

    public void testAStormOfTheSameFailure() throws Exception {
        Path storm = Files.createTempFile("storm", ".pcap");
        try {
            Files.write(storm, repeated(lab("c01_ikev1_psk_mismatch"), 40, 12));
            show(storm);
            JTableOperator negotiations = table("negotiations");
            negotiations.waitState(rows(1));
            assertEquals("Failed ×40", cell(negotiations, 0, 0));
            contains(
                    "repetitions", "Retry storm: 10.13.0.10 → 10.13.0.20 failed 40 times in 7 min 48 s, every 12.0 s.");
            negotiations.requestFocus();
            untilFocusIn("negotiations");
            press(KeyEvent.VK_RIGHT);
            negotiations.waitState(rows(41));
            press(KeyEvent.VK_LEFT);
            negotiations.waitState(rows(1));
            // Bar by bar with the keys: what began in two of them is listed.
            Component timeline = new ContainerOperator<>(window(), named("timeline")).getSource();
            SwingUtilities.invokeAndWait(timeline::requestFocusInWindow);
            untilFocusIn("timeline");
            press(KeyEvent.VK_RIGHT);
            press(KeyEvent.VK_SHIFT, KeyEvent.VK_RIGHT);
            contains("timesShown", "Begun from ");
            new JLabelOperator(window(), named("negotiationsShown"))
                    .waitState(condition(
                            "two bars are picked",
                            label -> ((JLabel) label).getText().matches("\\d of 40 shown; Esc shows all")));
        } finally {
            Files.delete(storm);
        }
    }

    /** A capture again and again, each time later and with other cookies, as of negotiations that are tried anew. */
    private static byte[] repeated(Path capture, int times, int seconds) throws Exception {
        byte[] once = Files.readAllBytes(capture);
        ByteBuffer all = ByteBuffer.allocate(24 + times * (once.length - 24)).order(ByteOrder.LITTLE_ENDIAN);
        all.put(once, 0, 24);
        for (int i = 0; i < times; i++) {
            all.put(once, 24, once.length - 24);
            int end = all.position();
            int at = end - (once.length - 24);
            while (at < end) {
                all.putInt(at, all.getInt(at) + i * seconds);
                int frame = at + 16;
                if (all.getShort(frame + 12) == 0x0008 && all.get(frame + 23) == 17) {
                    all.put(frame + 42, (byte) (all.get(frame + 42) ^ i));
                }
                at = frame + all.getInt(at + 8);
            }
        }
        return all.array();
    }

    public void testACaptureWithoutNegotiations() throws Exception {
        show("a01_clear_office");
        text("headline", "No key negotiation was captured");
        contains("message", "None of its");
    }

    private JTableOperator negotiations(String capture) throws Exception {
        show(capture);
        return table("negotiations");
    }

    /** As a person does: opens the capture, then asks for its negotiations by the keys that the menu shows. */
    private void show(String capture) throws Exception {
        show(lab(capture));
    }

    private void show(Path capture) throws Exception {
        open(capture);
        table("pairs").waitHasFocus();
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_I);
    }

    private static Path lab(String capture) {
        return Path.of(
                        System.getProperty("ipsecwb.top"),
                        "modules/capture/src/test/resources/org/ipsecworkbench/capture/lab")
                .resolve(capture + ".pcap");
    }
}
