package org.ipsecworkbench.application;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.workbench.FileOpening;
import org.netbeans.jemmy.operators.ContainerOperator;

/** Measures the window of certificates with 10,000 of them. Runs in the application, by {@link WindowBenchmark}. */
public class CertificatesBenchmarkInside extends WindowCase {
    private static final int MANY = 10_000;
    private static final int ROUNDS = 100;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Measured measured = new Measured();

    public CertificatesBenchmarkInside(String name) {
        super(name);
    }

    /** Of one store, as certutil prints it; the ends are spread over four years. */
    private static Path listing(int many) throws Exception {
        StringBuilder text = new StringBuilder("C:\\>certutil -store My\nMy\n");
        for (int i = 0; i < many; i++) {
            text.append("""
                ================ Certificate %1$d ================
                Serial Number: 58%1$08x
                Issuer: CN=Issuing CA %2$d, DC=example
                 NotBefore: 2025-01-13 10:00
                 NotAfter: 20%3$02d-%4$02d-%5$02d 10:00
                Subject: CN=host-%1$d.example
                Cert Hash(sha1): 0123456789abcdef0123456789abcdef%1$08x
                  Key Container = le-%1$d

                """.formatted(i, i % 7, 26 + i % 4, 1 + i % 12, 1 + i % 28));
        }
        return Files.writeString(Files.createTempFile("many", ".txt"), text);
    }

    public void testManyCertificates() throws Exception {
        Path first = listing(1);
        Path file = listing(MANY);
        Stalls stalls = new Stalls(measured);
        stalls.line("before");
        FileOpening.open(List.of(first));
        until((JTable) table("certificates").getSource(), 2);
        closeAll();
        // The first window of a kind loads its classes.
        stalls.line("longest stall while opening a first window with one certificate");
        long began = System.nanoTime();
        FileOpening.open(List.of(file));
        JTable table = (JTable) table("certificates").getSource();
        until(table, MANY + 1);
        measured.line("opened and painted", Measured.millis(began));
        until(
                "judged",
                () -> ((JLabel) new ContainerOperator<>(window(), named("verdict")).getSource())
                        .getText()
                        .startsWith("IKE"));
        measured.line("judged", Measured.millis(began));
        stalls.line("longest stall while opening and judging");
        sort(table);
        stalls.line("longest stall while sorting");
        filter(table);
        stalls.line("longest stall while filtering");
        select(table);
        stalls.line("longest stall while selecting");
        stalls.end();
        measured.tell("certificates-benchmark");
        Files.delete(first);
        Files.delete(file);
    }

    private void sort(JTable table) throws Exception {
        AtomicInteger shown = new AtomicInteger();
        SwingUtilities.invokeAndWait(() -> table.getModel().addTableModelListener(e -> shown.incrementAndGet()));
        for (int column = 0; column < table.getColumnCount(); column++) {
            int by = table.convertColumnIndexToModel(column);
            double[] times = new double[8];
            for (int i = 0; i < times.length; i++) {
                int before = shown.get();
                long began = System.nanoTime();
                SwingUtilities.invokeAndWait(() -> table.getRowSorter().toggleSortOrder(by));
                until("sorted", () -> shown.get() > before);
                SwingUtilities.invokeAndWait(() -> table.paintImmediately(table.getVisibleRect()));
                times[i] = Measured.millis(began);
            }
            measured.line("sorted by " + table.getColumnName(column), times);
        }
    }

    private void filter(JTable table) throws Exception {
        JTextField filter = (JTextField) new ContainerOperator<>(window(), named("certificateFilter")).getSource();
        double[] times = new double[9];
        for (int i = 0; i < times.length; i++) {
            String words = "host-12" + i + ".";
            long began = System.nanoTime();
            SwingUtilities.invokeAndWait(() -> filter.setText(words));
            until(table, 2);
            times[i] = Measured.millis(began);
            SwingUtilities.invokeAndWait(() -> filter.setText(""));
            until(table, MANY + 1);
        }
        measured.line("filtered", times);
    }

    private void select(JTable table) throws Exception {
        double[] times = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            int row = 1 + MANY * i / ROUNDS;
            long began = System.nanoTime();
            SwingUtilities.invokeAndWait(() -> {
                table.setRowSelectionInterval(row, row);
                table.scrollRectToVisible(table.getCellRect(row, 0, true));
                JComponent whole = table.getRootPane();
                whole.paintImmediately(whole.getVisibleRect());
            });
            times[i] = Measured.millis(began);
        }
        measured.line("selected and painted", times);
    }

    private static void until(JTable table, int rows) throws Exception {
        boolean[] done = new boolean[1];
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!done[0]) {
            assertTrue("in vain waited for " + rows + " rows", System.nanoTime() < end);
            SwingUtilities.invokeAndWait(() -> {
                if (table.getRowCount() == rows) {
                    table.paintImmediately(table.getVisibleRect());
                    done[0] = true;
                }
            });
            Thread.sleep(1);
        }
    }
}
