package org.ipsecworkbench.session.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.IkeFiles;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.LogTime;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.spi.EvidenceReader;
import org.openide.util.lookup.ServiceProvider;

/** What hosts write of negotiations: Oakley.log, events, and what the filtering platform lists. */
@ServiceProvider(service = EvidenceReader.class, position = 300)
public final class LogReader implements EvidenceReader {
    @Override
    public Optional<EvidenceKind> recognise(Path file, byte[] head) throws IOException {
        return switch (IkeFiles.kind(file)) {
            case OAKLEY -> Optional.of(EvidenceKind.OAKLEY_LOG);
            case EVENTS -> Optional.of(EvidenceKind.EVENTS);
            case WFP -> Optional.of(EvidenceKind.WFP);
            case CAPTURE -> Optional.empty();
        };
    }

    @Override
    public String summary(Path file, ScanMonitor monitor) throws IOException {
        AtomicLong events = new AtomicLong();
        IkeFiles.Listener listener = new IkeFiles.Listener() {
            @Override
            public void event(ExplainedEvent event) {
                events.incrementAndGet();
            }
        };
        Source source = new Source(String.valueOf(file.getFileName()), IkeFiles.kind(file));
        IkeReport report = IkeFiles.read(file, source, LogTime.ofThisMachine(), DecryptionKeys.NONE, monitor, listener)
                .report();
        long failed = report.negotiations().stream()
                .filter(negotiation -> negotiation.outcome() == Outcome.FAILED)
                .count();
        return (events.get() == 0 ? "" : Phrases.count(events.get(), "event") + ", ")
                + Phrases.count(report.negotiations().size(), "negotiation")
                + (failed == 0 ? "" : ", " + Phrases.count(failed, "failure"))
                + Phrases.problems(report.problems());
    }
}
