package org.ipsecworkbench.application;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.netbeans.jemmy.ComponentChooser;
import org.netbeans.jemmy.JemmyProperties;
import org.netbeans.jemmy.TestOut;
import org.netbeans.jemmy.operators.ContainerOperator;
import org.netbeans.jemmy.operators.JButtonOperator;
import org.netbeans.jemmy.operators.JDialogOperator;
import org.netbeans.jemmy.operators.JFileChooserOperator;
import org.netbeans.jemmy.operators.JFrameOperator;
import org.netbeans.jemmy.operators.JLabelOperator;
import org.netbeans.jemmy.operators.JTableOperator;
import org.netbeans.jemmy.operators.JTextFieldOperator;
import org.netbeans.junit.NbTestCase;
import org.openide.awt.Actions;
import org.openide.windows.TopComponent;

/**
 * A test that uses the application's windows as a person would, from inside. It finds no capture open and leaves none, and
 * ends with a picture that is named after it, also where it failed.
 */
public abstract class WindowCase extends NbTestCase {
    private static final Dimension SIZE = new Dimension(1280, 800);
    private static final int PATIENCE_MILLIS = 30_000;

    private JFrameOperator window;

    WindowCase(String name) {
        super(name);
    }

    @Override
    protected void setUp() throws Exception {
        JemmyProperties.setCurrentOutput(TestOut.getNullOutput());
        for (String wait :
                new String[] {"ComponentOperator.WaitComponentTimeout", "ComponentOperator.WaitStateTimeout"}) {
            JemmyProperties.setCurrentTimeout(wait, PATIENCE_MILLIS);
        }
        window = new JFrameOperator("IPsec Workbench");
        SwingUtilities.invokeAndWait(() -> window.getSource().setBounds(new Rectangle(SIZE)));
    }

    @Override
    protected void tearDown() throws Exception {
        screenshot(getName());
        closeAll();
    }

    /** Closes what a test opened. */
    static void closeAll() throws Exception {
        SwingUtilities.invokeAndWait(() -> TopComponent.getRegistry().getOpened().stream()
                .filter(one -> List.of(
                                "CaptureWindow",
                                "BrowserWindow",
                                "HostsWindow",
                                "DiagnosisWindow",
                                "PolicyWindow",
                                "CertificateWindow",
                                "SessionWindow",
                                "ChangesWindow",
                                "TextWindow",
                                "TimelineWindow",
                                "ComparisonWindow",
                                "PredictionWindow",
                                "MatrixWindow")
                        .contains(one.getClass().getSimpleName()))
                .toList()
                .forEach(TopComponent::close));
    }

    /** Closes sessions, also those with changes, which ask. */
    static void closeSessions() throws Exception {
        for (TopComponent window : List.copyOf(TopComponent.getRegistry().getOpened())) {
            if (window.getClass().getSimpleName().equals("SessionWindow")) {
                boolean isDirty = String.valueOf(window.getDisplayName()).endsWith(" *");
                SwingUtilities.invokeLater(window::close);
                if (isDirty) {
                    new JButtonOperator(new JDialogOperator("Close Session"), "Discard Changes").push();
                }
                until("closed", () -> !window.isOpened());
            }
        }
    }

    /** The main window. */
    final JFrameOperator window() {
        return window;
    }

    /** Does what an entry of the menu bar does; does not wait for its dialog. */
    static void act(String category, String id) {
        SwingUtilities.invokeLater(() -> Actions.forID(category, id).actionPerformed(new ActionEvent(category, 0, id)));
    }

    /** Opens a file by the dialog. */
    static void open(Path file) {
        act("File", "org.ipsecworkbench.workbench.open.OpenCaptureAction");
        choose(file);
    }

    /** Chooses a file in the dialog that is open. */
    static void choose(Path file) {
        JFileChooserOperator chooser = new JFileChooserOperator();
        chooser.setSelectedFiles(new File[] {file.toFile()});
        chooser.approveSelection();
    }

    /** The capture that ships with the application. */
    static Path sample() {
        return Path.of(
                System.getProperty("all.clusters"),
                System.getProperty("branding.token"),
                "samples",
                "office-partly-protected.pcap");
    }

    /** Keys go to whom the focus is with. */
    static void apply(JTextFieldOperator filter, String text) {
        filter.requestFocus();
        filter.waitHasFocus();
        filter.setText(text);
        filter.pushKey(KeyEvent.VK_ENTER);
    }

    /** Waits until a label says something. */
    final void text(String name, String text) {
        new JLabelOperator(window, named(name))
                .waitState(condition(name + " says " + text, label -> text.equals(((JLabel) label).getText())));
    }

    /** Waits until a text says something, among other things. */
    final void contains(String name, String part) {
        new ContainerOperator<>(window, named(name))
                .waitState(condition(
                        name + " has " + part,
                        text -> ((JTextComponent) text).getText().contains(part)));
    }

    /** Waits until a mistake of the filter is told under its field. */
    final void mistake(String begin) {
        new JLabelOperator(window, named("filterError"))
                .waitState(condition(
                        "a mistake in words",
                        label -> label.isVisible() && ((JLabel) label).getText().startsWith(begin)));
    }

    final JTableOperator table(String name) {
        return new JTableOperator((JTable) new ContainerOperator<>(window, named(name)).getSource());
    }

    /** In sight: several captures may be open. */
    static ComponentChooser named(String name) {
        return condition(name + " in sight", one -> name.equals(one.getName()) && one.isShowing());
    }

    static ComponentChooser rows(int rows) {
        return condition(rows + " rows", table -> ((JTable) table).getRowCount() == rows);
    }

    static ComponentChooser condition(String description, Predicate<Component> met) {
        return new ComponentChooser() {
            @Override
            public boolean checkComponent(Component component) {
                return met.test(component);
            }

            @Override
            public String getDescription() {
                return description;
            }
        };
    }

    /** Waits until something holds on the event thread. */
    static void until(String description, BooleanSupplier met) throws Exception {
        boolean[] now = new boolean[1];
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        do {
            SwingUtilities.invokeAndWait(() -> now[0] = met.getAsBoolean());
            Thread.sleep(now[0] ? 0 : 20);
        } while (!now[0] && System.nanoTime() < end);
        assertTrue("in vain waited for: " + description, now[0]);
    }

    /** Waits until the focus is in a component of this name. */
    static void untilFocusIn(String name) throws Exception {
        until("focus in " + name, () -> {
            Component owner =
                    KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
            return owner != null && name.equals(owner.getName());
        });
    }

    /** Presses keys together as a person does. */
    static void press(int... keys) throws Exception {
        Robot robot = new Robot();
        robot.waitForIdle();
        for (int key : keys) {
            robot.keyPress(key);
        }
        for (int i = keys.length - 1; i >= 0; i--) {
            robot.keyRelease(keys[i]);
        }
        robot.waitForIdle();
    }

    /** The words in a cell, as they are drawn. */
    static String cell(JTableOperator table, int row, int column) throws Exception {
        String[] text = new String[1];
        SwingUtilities.invokeAndWait(() -> {
            JTable source = (JTable) table.getSource();
            JLabel cell = (JLabel) source.prepareRenderer(source.getCellRenderer(row, column), row, column);
            text[0] = cell.getText();
        });
        return text[0];
    }

    /** The clipboard may be taken or still on its way, so it is asked for a while. */
    static void waitCopied(String text) throws Exception {
        Clipboard clipboard = Toolkit.getDefaultToolkit().getSystemClipboard();
        String copied = "";
        for (int i = 0; i < 50 && !copied.contains(text); i++) {
            Thread.sleep(100);
            try {
                copied = String.valueOf(clipboard.getData(DataFlavor.stringFlavor));
            } catch (IllegalStateException | IOException | UnsupportedFlavorException e) {
                copied = e.toString();
            }
        }
        assertTrue("copied: " + copied, copied.contains(text));
    }

    /** What is on the screen once it has come to rest. */
    final void screenshot(String name) throws Exception {
        Robot robot = new Robot();
        robot.waitForIdle();
        robot.delay(400);
        Rectangle[] bounds = new Rectangle[1];
        SwingUtilities.invokeAndWait(() -> bounds[0] = window.getSource().getBounds());
        ImageIO.write(
                robot.createScreenCapture(bounds[0]),
                "png",
                WindowSuite.screenshot(name).toFile());
    }
}
