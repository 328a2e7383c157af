package org.ipsecworkbench.application;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Rectangle;
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
import javax.swing.SwingUtilities;
import org.netbeans.jemmy.ComponentChooser;
import org.netbeans.jemmy.JemmyProperties;
import org.netbeans.jemmy.TestOut;
import org.netbeans.jemmy.operators.ContainerOperator;
import org.netbeans.jemmy.operators.JButtonOperator;
import org.netbeans.jemmy.operators.JDialogOperator;
import org.netbeans.jemmy.operators.JFrameOperator;
import org.netbeans.jemmy.operators.JLabelOperator;
import org.netbeans.jemmy.operators.JMenuBarOperator;
import org.netbeans.jemmy.operators.JTabbedPaneOperator;
import org.netbeans.jemmy.operators.JTableOperator;
import org.netbeans.jemmy.operators.JTextFieldOperator;
import org.netbeans.jemmy.util.NameComponentChooser;
import org.netbeans.junit.NbTestCase;

/** Chooses the loopback interface, mistypes a filter, captures datagrams, stops. Runs in the application. */
public class LiveCaptureInside extends NbTestCase {
    private static final Dimension SIZE = new Dimension(1280, 800);
    private static final int DATAGRAMS = 500;

    private JFrameOperator window;

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
        JemmyProperties.setCurrentOutput(TestOut.getNullOutput());
        window = new JFrameOperator("IPsec Workbench");
        SwingUtilities.invokeAndWait(() -> window.getSource().setBounds(new Rectangle(SIZE)));
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
            Screenshots.take(window, "capturing");
        }
        new JButtonOperator(window, named("stopCapture")).push();
        label("liveWords", text -> text.startsWith("Captured on lo: 500 packets in ") && text.endsWith("live.pcapng."));
        label("verdict", text -> !text.startsWith("So far: "));
        new JButtonOperator(window, named("saveCapture"));
        new JTabbedPaneOperator(window).selectPage("Packets");
        table(window, "packets").waitState(new Condition("500 rows") {
            @Override
            public boolean checkComponent(Component component) {
                return ((JTable) component).getRowCount() == DATAGRAMS;
            }
        });
        Screenshots.take(window, "captured");
    }

    private void start(String filter, Path file) throws Exception {
        new JMenuBarOperator(window).pushMenuNoBlock("Capture|Start Live Capture…", "|");
        JDialogOperator dialog = new JDialogOperator("Start Live Capture");
        JTableOperator interfaces = table(dialog, "interfaces");
        interfaces.waitState(new Condition("lo is chosen") {
            @Override
            public boolean checkComponent(Component component) {
                JTable table = (JTable) component;
                for (int row = 0; row < table.getRowCount(); row++) {
                    if (table.getValueAt(row, 0).equals("lo")) {
                        table.setRowSelectionInterval(row, row);
                        return true;
                    }
                }
                return false;
            }
        });
        JButtonOperator start = new JButtonOperator(dialog, named("startCapture"));
        JTextFieldOperator field = new JTextFieldOperator(dialog, named("captureFilter"));
        field.setText("udp port");
        new JLabelOperator(dialog, named("captureFilterError"))
                .waitState(says(text -> text.startsWith("This is no capture filter: ")));
        assertFalse("nothing starts with a mistake", start.isEnabled());
        Screenshots.take(dialog, "start-capture");
        field.setText(filter);
        new JTextFieldOperator(dialog, named("saveIn")).setText(file.toString());
        start.waitComponentEnabled();
        start.pushNoBlock();
        dialog.waitClosed();
    }

    private void label(String name, Predicate<String> says) {
        new JLabelOperator(window, named(name)).waitState(says(says));
    }

    private static Condition says(Predicate<String> says) {
        return new Condition("the words that are waited for") {
            @Override
            public boolean checkComponent(Component component) {
                String text = ((JLabel) component).getText();
                return text != null && says.test(text);
            }
        };
    }

    private static JTableOperator table(ContainerOperator<?> in, String name) {
        return new JTableOperator((JTable) new ContainerOperator<>(in, named(name)).getSource());
    }

    private static NameComponentChooser named(String name) {
        return new NameComponentChooser(name);
    }

    private abstract static class Condition implements ComponentChooser {
        private final String description;

        Condition(String description) {
            this.description = description;
        }

        @Override
        public String getDescription() {
            return description;
        }
    }
}
