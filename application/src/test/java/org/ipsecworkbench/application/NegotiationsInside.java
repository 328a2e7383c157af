package org.ipsecworkbench.application;

import java.awt.event.KeyEvent;
import java.nio.file.Path;
import javax.swing.JList;
import org.netbeans.jemmy.operators.ContainerOperator;
import org.netbeans.jemmy.operators.JButtonOperator;
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
        assertEquals("10.13.0.10", cell(negotiations, 0, 1));
        assertEquals("authentication", cell(negotiations, 0, 3));
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
        negotiations.waitState(rows(5));
        text("negotiationSummary", "2 failed, 3 did not end; 12 messages");
        JTextFieldOperator filter = new JTextFieldOperator(window(), named("negotiationFilter"));
        filter.setText("FAILED aggressive");
        negotiations.waitState(rows(1));
        text("negotiationsShown", "1 of 5 shown");
        text("verdict", "Failed: authentication");
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
        open(lab(capture));
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
