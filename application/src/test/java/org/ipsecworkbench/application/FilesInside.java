package org.ipsecworkbench.application;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import javax.swing.JLabel;
import org.netbeans.jemmy.operators.ContainerOperator;
import org.netbeans.jemmy.operators.JButtonOperator;
import org.openide.windows.TopComponent;

/** Files that hold no capture or only a part of one, and those that are dropped. Runs in the application. */
public class FilesInside extends WindowCase {
    private Path folder;

    public FilesInside(String name) {
        super(name);
    }

    @Override
    protected void setUp() throws Exception {
        super.setUp();
        folder = Files.createTempDirectory("ipsecwb-files");
    }

    @Override
    protected void tearDown() throws Exception {
        super.tearDown();
        for (Path file : Files.list(folder).toList()) {
            Files.delete(file);
        }
        Files.delete(folder);
    }

    public void testAnEmptyFile() throws Exception {
        open(Files.createFile(folder.resolve("empty.pcap")));
        text("headline", "This file cannot be shown");
        contains("message", "empty.pcap is empty: it has 0 bytes.");
    }

    public void testAFileThatIsNoCapture() throws Exception {
        open(Files.writeString(folder.resolve("notes.pcap"), "These are only notes, and no packets at all."));
        text("headline", "This file cannot be shown");
        contains("message", "is not a capture");
    }

    public void testACaptureWithoutPackets() throws Exception {
        byte[] whole = Files.readAllBytes(sample());
        open(Files.write(folder.resolve("none.pcap"), Arrays.copyOf(whole, 24)));
        text("headline", "This capture holds no packets");
    }

    public void testADamagedCaptureShowsWhatComesBeforeTheDamage() throws Exception {
        byte[] whole = Files.readAllBytes(sample());
        Path cut = Files.write(folder.resolve("cut.pcap"), Arrays.copyOf(whole, whole.length / 2));
        // One of now would be taken for one that is still being written.
        Files.setLastModifiedTime(cut, FileTime.from(Instant.parse("2026-11-23T15:18:00Z")));
        open(cut);
        text("verdict", "Encrypted");
        JLabel problems = (JLabel) new ContainerOperator<>(window(), named("problems")).getSource();
        until("the damage", () -> problems.isShowing() && problems.getText().contains("offset"));
    }

    public void testOpeningCanBeCancelled() throws Exception {
        open(gigabytes());
        new JButtonOperator(window(), named("cancel")).push();
        text("headline", "Opening was cancelled");
    }

    public void testAFileIsDroppedOnTheWindow() throws Exception {
        DroppedFile.on(window().getSource(), Files.copy(sample(), folder.resolve("dropped.pcap")));
        text("verdict", "Partly in clear");
        // On a table, which takes drops itself.
        DroppedFile.on(
                table("pairs").getSource(), Files.write(folder.resolve("second.txt"), Files.readAllBytes(sample())));
        until("a second window", () -> window().getSource() != null && titles().contains("second.txt"));
    }

    private static String titles() {
        return String.join(
                "\n",
                TopComponent.getRegistry().getOpened().stream()
                        .map(one -> one.getDisplayName())
                        .toList());
    }

    /** A capture whose unpacking takes longer than a click: the same megabyte of zeros 5000 times. */
    private Path gigabytes() throws Exception {
        Path file = folder.resolve("gigabytes.pcap.gz");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(gzip(Files.readAllBytes(sample())));
            byte[] zeros = gzip(new byte[1 << 20]);
            for (int i = 0; i < 5000; i++) {
                out.write(zeros);
            }
        }
        return file;
    }

    private static byte[] gzip(byte[] bytes) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
