package org.ipsecworkbench.session.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.hostconnection.TranscriptFile;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.spi.EvidenceReader;
import org.openide.util.lookup.ServiceProvider;

/** Transcripts of commands. */
@ServiceProvider(service = EvidenceReader.class, position = 100)
public final class TranscriptReader implements EvidenceReader {
    @Override
    public Optional<EvidenceKind> recognise(Path file, byte[] head) {
        return TranscriptFile.isTranscript(head) ? Optional.of(EvidenceKind.TRANSCRIPT) : Optional.empty();
    }

    @Override
    public String summary(Path file, ScanMonitor monitor) throws IOException {
        Transcript transcript = TranscriptFile.read(file);
        Failure failure = transcript.ending().failure();
        OptionalInt exit = transcript.ending().exitCode();
        String end = failure != null
                ? "incomplete: " + failure.explanation()
                : "exit code " + (exit.isPresent() ? Integer.toUnsignedString(exit.getAsInt()) : "unknown");
        return transcript.line() + ": " + Phrases.count(transcript.output().length, "byte") + ", " + end;
    }
}
