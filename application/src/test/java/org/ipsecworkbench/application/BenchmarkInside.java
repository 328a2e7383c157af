package org.ipsecworkbench.application;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.captureviewer.packets.PacketNavigator;
import org.ipsecworkbench.workbench.FileOpening;
import org.jfree.chart.ChartPanel;
import org.jspecify.annotations.Nullable;
import org.netbeans.jemmy.operators.ContainerOperator;
import org.openide.windows.TopComponent;

/** Measures what a person waits for, up to the pixels, and prints it. Runs in the application, by {@link WindowBenchmark}. */
public class BenchmarkInside extends WindowCase {
    private static final int OPENINGS = 7;
    private static final int ROUNDS = 7;
    private static final int JUMPS = 100;
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final List<String> FILTERS = List.of(
            "esp",
            "ip.addr == 10.1.0.4",
            "protection == clear",
            "tcp.port == 445",
            "frame.len > 1000",
            "esp.sequence < 100 and not udp");

    private final Measured measured = new Measured();
    private Path file;

    public BenchmarkInside(String name) {
        super(name);
    }

    public void testLatency() throws Exception {
        file = Path.of(System.getProperty(WindowBenchmark.FILE));
        Stalls stalls = new Stalls(measured);
        double[] chart = new double[OPENINGS];
        double[] rows = new double[OPENINGS];
        for (int i = 0; i < OPENINGS; i++) {
            chart[i] = opened("timeChart", this::hasChart);
            close();
            rows[i] = opened("packets", this::hasPackets);
            if (i < OPENINGS - 1) {
                close();
            }
        }
        measured.line("open to first painted chart", chart);
        measured.line("open to first painted packets", rows);
        JLabel status = (JLabel) find("packetStatus");
        JTable packets = (JTable) find("packets");
        until("the whole capture", () -> !(find("progress") instanceof JLabel words && words.isShowing()));
        stalls.line("longest stall while opening and reading");
        scroll(packets);
        stalls.line("longest stall while scrolling");
        for (String filter : FILTERS) {
            filter(filter, status, packets);
        }
        SwingUtilities.invokeAndWait(() -> ((AbstractButton) find("clearFilter")).doClick());
        stalls.line("longest stall while filtering");
        jump(packets);
        stalls.line("longest stall while jumping");
        stalls.end();
        measured.tell("benchmark");
    }

    /** Milliseconds until a component has something and is painted. */
    private double opened(String name, BooleanSupplier filled) throws Exception {
        long began = System.nanoTime();
        FileOpening.open(List.of(file));
        untilPainted(name, filled);
        return Measured.millis(began);
    }

    private boolean hasChart() {
        return find("timeChart") instanceof ChartPanel chart
                && chart.getChart().getXYPlot().getDataset().getItemCount(0) > 0;
    }

    /** Goes to the packets as soon as there is a way. */
    private boolean hasPackets() {
        if (find("timeChart") instanceof ChartPanel chart) {
            ((JTabbedPane) SwingUtilities.getAncestorOfClass(JTabbedPane.class, chart)).setSelectedIndex(1);
        }
        return find("packets") instanceof JTable packets && packets.getRowCount() > 0;
    }

    private void untilPainted(String name, BooleanSupplier filled) throws Exception {
        boolean[] done = new boolean[1];
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!done[0]) {
            assertTrue("in vain waited for " + name, System.nanoTime() < end);
            SwingUtilities.invokeAndWait(() -> {
                boolean there = filled.getAsBoolean();
                JComponent component = find(name);
                if (there && component != null && component.isShowing()) {
                    component.paintImmediately(component.getVisibleRect());
                    done[0] = true;
                }
            });
            Thread.sleep(1);
        }
    }

    private void close() throws Exception {
        SwingUtilities.invokeAndWait(() -> capture().close());
    }

    private void filter(String text, JLabel status, JTable packets) throws Exception {
        double[] times = new double[ROUNDS];
        for (int i = -2; i < ROUNDS; i++) {
            SwingUtilities.invokeAndWait(() -> ((JTextField) find("filter")).setText(text));
            SwingUtilities.invokeAndWait(() -> {});
            long began = System.nanoTime();
            SwingUtilities.invokeAndWait(() -> ((AbstractButton) find("applyFilter")).doClick());
            untilPainted("packets", () -> status.getText().matches("[0-9,]+ of [0-9,]+ packets"));
            times[Math.max(i, 0)] = Measured.millis(began);
        }
        measured.line("filter " + text, times);
        assertTrue(packets.getRowCount() > 0);
    }

    private void jump(JTable packets) throws Exception {
        PacketNavigator window = capture().getLookup().lookup(PacketNavigator.class);
        SplittableRandom random = new SplittableRandom(1);
        double[] times = new double[JUMPS];
        for (int i = 0; i < JUMPS; i++) {
            long to = random.nextLong(window.packets());
            long began = System.nanoTime();
            SwingUtilities.invokeAndWait(() -> window.goTo(to));
            // It scrolls one event later.
            SwingUtilities.invokeAndWait(() -> packets.paintImmediately(packets.getVisibleRect()));
            times[i] = Measured.millis(began);
        }
        measured.line("jump to any packet", times);
    }

    private void scroll(JTable packets) throws Exception {
        double[] times = new double[JUMPS];
        for (int i = 0; i < JUMPS; i++) {
            int row = (int) ((long) packets.getRowCount() * i / JUMPS);
            long began = System.nanoTime();
            SwingUtilities.invokeAndWait(() -> {
                packets.scrollRectToVisible(packets.getCellRect(row, 0, true));
                packets.paintImmediately(packets.getVisibleRect());
            });
            times[i] = Measured.millis(began);
        }
        measured.line("scroll to a place and paint", times);
    }

    /** The window of the capture, or null while there is none. */
    private static @Nullable TopComponent capture() {
        return TopComponent.getRegistry().getOpened().stream()
                .filter(one -> one.getClass().getSimpleName().equals("CaptureWindow"))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable JComponent find(String name) {
        TopComponent capture = capture();
        return capture == null
                ? null
                : (JComponent)
                        ContainerOperator.findContainer(capture, condition(name, one -> name.equals(one.getName())));
    }
}
