package ${package};

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.spi.EvidenceReader;
import org.openide.util.lookup.ServiceProvider;

/**
 * A reader of evidence to start from: pfirewall.log, which Windows Firewall writes where logging is on. It knows the file by its
 * first lines, reads a line at a time, and ends when the user says so.
 */
@ServiceProvider(service = EvidenceReader.class)
public final class FirewallLogReader implements EvidenceReader {
    static final EvidenceKind KIND = new EvidenceKind("firewall-log", "Firewall log");
    private static final String BEGIN = "#Version: ";
    private static final String SOFTWARE = "#Software: Microsoft Windows Firewall";
    private static final String DROP = " DROP ";
    /** What is longer is no line of this log. The rest of it is read as the next one. */
    private static final int MAX_LINE = 4096;

    @Override
    public Optional<EvidenceKind> recognise(Path file, byte[] head) {
        String text = new String(head, StandardCharsets.US_ASCII);
        return text.startsWith(BEGIN) && text.contains(SOFTWARE) ? Optional.of(KIND) : Optional.empty();
    }

    @Override
    public String summary(Path file, ScanMonitor monitor) throws IOException {
        long lines = 0;
        long dropped = 0;
        try (BufferedReader log =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = line(log); !line.isEmpty() && !monitor.cancelled(); line = line(log)) {
                String entry = line.strip();
                if (!entry.isEmpty() && !entry.startsWith("#")) {
                    lines++;
                    dropped += entry.contains(DROP) ? 1 : 0;
                }
            }
        }
        return lines + " lines, " + dropped + " packets dropped";
    }

    /** The next line with its end; empty at the end of the file. {@code readLine} would take any length into memory. */
    private static String line(BufferedReader log) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = log.read(); c >= 0; c = log.read()) {
            line.append((char) c);
            if (c == '\n' || line.length() == MAX_LINE) {
                break;
            }
        }
        return line.toString();
    }
}
