package org.ipsecworkbench.hostconnection.recorded;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsecworkbench.hostconnection.Cancellation;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Ending;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.OutputListener;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.hostconnection.spi.Transport;

/** Gives for each command what was printed then; for one that ran several times, in that order, and at last the last. */
final class RecordedTransport implements Transport {
    private final Map<String, Deque<Transcript>> byLine = new HashMap<>();
    private final Optional<Duration> clockOffset;

    RecordedTransport(List<Transcript> transcripts) {
        for (Transcript transcript : transcripts) {
            byLine.computeIfAbsent(transcript.line(), line -> new ArrayDeque<>())
                    .add(transcript);
        }
        clockOffset = transcripts.stream()
                .flatMap(transcript -> transcript.clockOffset().stream())
                .findFirst();
    }

    @Override
    public Optional<Duration> clockOffset() {
        return clockOffset;
    }

    @Override
    public boolean isUtf8() {
        return true;
    }

    @Override
    public Ending run(RemoteCommand command, OutputListener output, Cancellation cancellation)
            throws ConnectionException {
        Deque<Transcript> transcripts = byLine.get(command.line());
        if (transcripts == null) {
            throw new ConnectionException(new Failure(
                    ConnectionStep.SHELL,
                    FailureCause.NOT_AVAILABLE,
                    "This command was not recorded: " + command.line(),
                    "Record it on the host."));
        }
        Transcript transcript = transcripts.size() > 1 ? transcripts.remove() : transcripts.element();
        if (transcript.output().length > 0) {
            output.take(false, transcript.output().clone());
        }
        if (transcript.errors().length > 0) {
            output.take(true, transcript.errors().clone());
        }
        return transcript.ending();
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
