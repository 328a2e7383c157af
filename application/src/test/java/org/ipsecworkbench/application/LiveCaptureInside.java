package org.ipsecworkbench.application;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.swing.JLabel;
import javax.swing.JTable;
import org.netbeans.jemmy.ComponentChooser;
import org.netbeans.jemmy.TimeoutExpiredException;
import org.netbeans.jemmy.operators.ContainerOperator;
import org.netbeans.jemmy.operators.JButtonOperator;
import org.netbeans.jemmy.operators.JDialogOperator;
import org.netbeans.jemmy.operators.JLabelOperator;
import org.netbeans.jemmy.operators.JMenuBarOperator;
import org.netbeans.jemmy.operators.JTabbedPaneOperator;
import org.netbeans.jemmy.operators.JTableOperator;
import org.netbeans.jemmy.operators.JTextFieldOperator;

/** Chooses the loopback interface, mistypes a filter, captures datagrams, stops. Runs in the application. */
public class LiveCaptureInside extends WindowCase {
    private static final int DATAGRAMS = 500;

    public LiveCaptureInside(String name) {
        super(name);
    }

    /** Skips the test, in words, where this user cannot capture on the loopback interface. */
    static void assumeCapture() throws Exception {
        Path launcher = Path.of(System.getProperty("ipsecwb.top"), "ipsecwb");
        Run list = Run.of(
                launcher.getParent(),
                Map.of("IPSECWB_NO_BUILD", "1"),
                List.of(launcher.toString(), "capture", "--list"));
        assumeTrue(
                list.out().lines().anyMatch(line -> line.matches("lo .*, loopback")),
                "nothing can be captured on here: " + list.out() + list.err());
    }

    public void testLiveCapture() throws Exception {
        try (DatagramSocket receiver = new DatagramSocket(0, InetAddress.getByName("127.0.0.2"));
                DatagramSocket sender = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            Path folder = Files.createTempDirectory(getWorkDir().toPath(), "live");
            start("udp port " + receiver.getLocalPort(), folder.resolve("live.pcapng"));
            label("liveWords", text -> text.startsWith("Capturing on lo: 0 packets in "));
            for (int i = 0; i < DATAGRAMS; i++) {
                byte[] payload = new byte[100 + i];
                sender.send(new DatagramPacket(payload, payload.length, receiver.getLocalSocketAddress()));
                Thread.sleep(4);
            }
            label(
                    "liveWords",
                    text -> text.startsWith("Capturing on lo: 500 packets in ") && text.contains("None was lost."));
            label("verdict", text -> text.startsWith("So far: "));
            screenshot("capturing");
        }
        new JButtonOperator(window(), named("stopCapture")).push();
        label("liveWords", text -> text.startsWith("Captured on lo: 500 packets in ") && text.endsWith("live.pcapng."));
        label("verdict", text -> !text.startsWith("So far: "));
        new JButtonOperator(window(), named("saveCapture"));
        new JTabbedPaneOperator(window()).selectPage("Packets");
        table("packets").waitState(rows(DATAGRAMS));
    }

    private void start(String filter, Path file) throws Exception {
        new JMenuBarOperator(window()).pushMenuNoBlock("Capture|Start Live Capture…", "|");
        JDialogOperator dialog = new JDialogOperator("Start Live Capture");
        JTableOperator interfaces =
                new JTableOperator((JTable) new ContainerOperator<>(dialog, named("interfaces")).getSource());
        // On the event thread, so that it is not between the dialog's showing the interfaces and its choosing one.
        until("lo is chosen", () -> {
            JTable table = (JTable) interfaces.getSource();
            for (int row = 0; row < table.getRowCount(); row++) {
                if (table.getValueAt(row, 0).equals("lo")) {
                    table.setRowSelectionInterval(row, row);
                    return true;
                }
            }
            return false;
        });
        JButtonOperator start = new JButtonOperator(dialog, named("startCapture"));
        JTextFieldOperator field = new JTextFieldOperator(dialog, named("captureFilter"));
        field.setText("udp port");
        new JLabelOperator(dialog, named("captureFilterError"))
                .waitState(says(text -> text.startsWith("This is no capture filter: ")));
        assertFalse("nothing starts with a mistake", start.isEnabled());
        screenshot("start-capture");
        field.setText(filter);
        new JTextFieldOperator(dialog, named("saveIn")).setText(file.toString());
        start.waitComponentEnabled();
        start.pushNoBlock();
        dialog.waitClosed();
    }

    private void label(String name, Predicate<String> says) {
        JLabelOperator label = new JLabelOperator(window(), named(name));
        try {
            label.waitState(says(says));
        } catch (TimeoutExpiredException e) {
            throw new AssertionError(name + " says: " + label.getText(), e);
        }
    }

    private static ComponentChooser says(Predicate<String> says) {
        return condition("the words that are waited for", component -> {
            String text = ((JLabel) component).getText();
            return text != null && says.test(text);
        });
    }
}
