package org.ipsecworkbench.ike.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.ike.IkeCaptures;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.SeenMessage;
import org.ipsecworkbench.ike.Source;

/** The lab captures, which are test resources of the capture engine, and those beside the project. */
public final class Captures {
    private static final Path LAB =
            Path.of(System.getProperty("basedir", ""), "../capture/src/test/resources/org/ipsecworkbench/capture/lab");

    private Captures() {}

    /** A lab capture. */
    public static Path lab(String name) {
        return LAB.resolve(name + ".pcap");
    }

    /** The messages of a capture, and what they add up to. */
    public static IkeReport read(Path file, Consumer<SeenMessage> messages) throws IOException {
        return read(file, DecryptionKeys.NONE, messages);
    }

    /** The same with keys. */
    public static IkeReport read(Path file, DecryptionKeys keys, Consumer<SeenMessage> messages) throws IOException {
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            Source source = new Source(String.valueOf(file.getFileName()), Source.Kind.CAPTURE);
            return IkeCaptures.read(capture, source, keys, IkeLimits.DEFAULT, ScanMonitor.NONE, messages);
        }
    }

    /** What the messages of a capture add up to. */
    public static IkeReport read(Path file) throws IOException {
        return read(file, message -> {});
    }

    /** The messages of a capture. */
    public static List<SeenMessage> messages(Path file) throws IOException {
        List<SeenMessage> all = new ArrayList<>();
        read(file, all::add);
        return all;
    }

    /** The folder {@code shared/captures} beside the project; without it the test is skipped. */
    public static Path shared() {
        Path folder = sharedOrNowhere();
        assumeTrue(
                Files.isDirectory(folder.resolve("truth")),
                () -> "no captures with ground truth: " + folder + " is not there");
        return folder;
    }

    /** The same without skipping. */
    public static Path sharedOrNowhere() {
        String told = System.getProperty("ipsecwb.captures", "");
        if (!told.isEmpty()) {
            return Path.of(told);
        }
        Path nowhere = Path.of("shared", "captures");
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(nowhere))) {
                return at.resolve(nowhere);
            }
        }
        return nowhere;
    }
}
