package org.ipsecworkbench.session.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.Formats;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.spi.EvidenceReader;
import org.openide.util.lookup.ServiceProvider;

/** Captures of every installed format. */
@ServiceProvider(service = EvidenceReader.class, position = 400)
public final class CaptureReader implements EvidenceReader {
    @Override
    public Optional<EvidenceKind> recognise(Path file, byte[] head) throws IOException {
        return Formats.recognise(new ByteArrayInputStream(head)) == null
                ? Optional.empty()
                : Optional.of(EvidenceKind.CAPTURE);
    }

    @Override
    public String summary(Path file, ScanMonitor monitor) throws IOException {
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT.withoutIndex(), monitor)) {
            capture.scan(monitor);
            Coverage coverage = capture.coverage();
            return coverage.verdict().label() + ": " + Phrases.count(coverage.packets(), "packet") + ", "
                    + Phrases.count(coverage.pairs().size(), "host pair") + Phrases.problems(coverage.problems());
        }
    }
}
