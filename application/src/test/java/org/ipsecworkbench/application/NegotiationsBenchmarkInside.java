package org.ipsecworkbench.application;

import java.awt.event.KeyEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.workbench.FileOpening;
import org.netbeans.jemmy.operators.ContainerOperator;
import org.netbeans.jemmy.operators.JButtonOperator;

/** Measures the window of negotiations with many of them, from several files. Runs in the application, by {@link WindowBenchmark}. */
public class NegotiationsBenchmarkInside extends WindowCase {
    /** What the engine tells apart of one capture. */
    private static final int PER_FILE = 20_000;

    private static final int PCAP_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    /** Where the initiator's cookie lies in a frame, and the last byte of the initiator's address in the lab. */
    private static final int COOKIE = 42;

    private static final byte INITIATOR = 10;
    /** Messages of a negotiation, so that all steps are within what the engine keeps. */
    private static final int MESSAGES = 4;
    /** Initiators that share all but the last byte of their address. */
    private static final int PEERS = 200;

    private static final int ROUNDS = 100;
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final Measured measured = new Measured();

    public NegotiationsBenchmarkInside(String name) {
        super(name);
    }

    public void testManyNegotiations() throws Exception {
        Stalls stalls = new Stalls(measured);
        for (int files : new int[] {1, 5}) {
            List<Path> captures = captures(files);
            try {
                measure(captures, files * PER_FILE, stalls);
            } finally {
                closeAll();
                for (Path one : captures) {
                    Files.delete(one);
                }
            }
        }
        stalls.end();
        measured.tell("negotiations-benchmark");
    }

    private void measure(List<Path> captures, int rows, Stalls stalls) throws Exception {
        String with = " with " + rows;
        stalls.line("before");
        long began = System.nanoTime();
        FileOpening.open(captures.subList(0, 1));
        table("pairs").waitHasFocus();
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_I);
        JTable table = (JTable) table("negotiations").getSource();
        until(table, PER_FILE);
        measured.line("opened and painted", Measured.millis(began));
        if (captures.size() > 1) {
            began = System.nanoTime();
            List<Path> others = captures.subList(1, captures.size());
            for (Path other : others) {
                new JButtonOperator(window(), named("addSource")).pushNoBlock();
                choose(other);
            }
            until(table, rows);
            measured.line("others added and painted" + with, Measured.millis(began));
        }
        stalls.line("longest stall while opening" + with);
        JTextField filter = (JTextField) new ContainerOperator<>(window(), named("negotiationFilter")).getSource();
        double[] filtered = new double[5];
        for (int i = 0; i < filtered.length; i++) {
            String words = "10.1." + i + ".";
            began = System.nanoTime();
            SwingUtilities.invokeAndWait(() -> filter.setText(words));
            until(table, PEERS);
            filtered[i] = Measured.millis(began);
            SwingUtilities.invokeAndWait(() -> filter.setText(""));
            until(table, rows);
        }
        measured.line("filtered" + with, filtered);
        stalls.line("longest stall while filtering" + with);
        double[] moved = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            int row = (int) ((long) rows * i / ROUNDS);
            began = System.nanoTime();
            SwingUtilities.invokeAndWait(() -> {
                table.setRowSelectionInterval(row, row);
                table.scrollRectToVisible(table.getCellRect(row, 0, true));
                JComponent whole = table.getRootPane();
                whole.paintImmediately(whole.getVisibleRect());
            });
            moved[i] = Measured.millis(began);
        }
        measured.line("selected and painted" + with, moved);
        stalls.line("longest stall while selecting" + with);
    }

    /** Waits until so many rows are there, and paints them. */
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

    /** So many captures of {@link #PER_FILE} negotiations, each with an initiator of its own that comes to nothing. */
    private static List<Path> captures(int files) throws IOException {
        byte[] lab = Files.readAllBytes(Path.of(
                System.getProperty("ipsecwb.top"),
                "modules/capture/src/test/resources/org/ipsecworkbench/capture/lab/c01_ikev1_psk_mismatch.pcap"));
        byte[] opening = opening(lab);
        List<Path> captures = new ArrayList<>();
        for (int file = 0; file < files; file++) {
            ByteBuffer all =
                    ByteBuffer.allocate(PCAP_HEADER + PER_FILE * opening.length).order(ByteOrder.LITTLE_ENDIAN);
            all.put(lab, 0, PCAP_HEADER);
            for (int i = 0; i < PER_FILE; i++) {
                int at = all.position();
                all.put(opening);
                while (at < all.position()) {
                    all.putInt(at, all.getInt(at) + i);
                    int frame = at + RECORD_HEADER;
                    // Whichever of the two addresses is the initiator's.
                    int address = frame + (all.get(frame + 29) == INITIATOR ? 26 : 30);
                    all.put(address + 1, (byte) (file + 1));
                    all.put(address + 2, (byte) (i / PEERS));
                    all.put(address + 3, (byte) (i % PEERS));
                    all.putInt(frame + COOKIE, i << 3 | file);
                    at = frame + all.getInt(at + 8);
                }
            }
            Path capture = Files.createTempFile("many", ".pcap");
            Files.write(capture, all.array());
            captures.add(capture);
        }
        return captures;
    }

    /** The first messages of IKE of a capture. */
    private static byte[] opening(byte[] capture) {
        ByteBuffer records = ByteBuffer.wrap(capture).order(ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream some = new ByteArrayOutputStream();
        int messages = 0;
        int at = PCAP_HEADER;
        while (messages < MESSAGES) {
            int end = at + RECORD_HEADER + records.getInt(at + 8);
            int frame = at + RECORD_HEADER;
            if (records.getShort(frame + 12) == 0x0008 && records.get(frame + 23) == 17) {
                some.write(capture, at, end - at);
                messages++;
            }
            at = end;
        }
        return some.toByteArray();
    }
}
