package org.ipsecworkbench.hostconnection.recorded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.StepListener;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.hostconnection.TranscriptFile;
import org.ipsecworkbench.hostconnection.spi.Transport;
import org.ipsecworkbench.hostconnection.spi.TransportProvider;
import org.openide.util.lookup.ServiceProvider;

/** A folder of transcripts in the place of a host. */
@ServiceProvider(service = TransportProvider.class)
public final class RecordedProvider implements TransportProvider {
    /** More are not read; a host's whole evidence is some hundred. */
    private static final int MAX_FILES = 10_000;

    @Override
    public String scheme() {
        return "recorded";
    }

    @Override
    public String description() {
        return "transcripts of a folder";
    }

    @Override
    public Transport open(HostAddress address, Credentials credentials, ConnectionOptions options, StepListener steps)
            throws ConnectionException {
        try {
            List<Transcript> transcripts = read(Path.of(address.host()));
            for (ConnectionStep step : ConnectionStep.values()) {
                if (step.compareTo(ConnectionStep.SHELL) < 0) {
                    steps.succeeded(step, "recorded: " + transcripts.size() + " transcripts");
                }
            }
            return new RecordedTransport(transcripts);
        } catch (IOException | InvalidPathException e) {
            throw new ConnectionException(
                    new Failure(
                            ConnectionStep.RESOLVE,
                            FailureCause.NOT_AVAILABLE,
                            "The transcripts in " + address.host() + " cannot be read: " + e.getMessage(),
                            "Name a folder that host run --record wrote."),
                    null,
                    e);
        }
    }

    private static List<Transcript> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(TranscriptFile.SUFFIX))
                    .sorted()
                    .limit(MAX_FILES)
                    .toList();
        }
        List<Transcript> transcripts = new ArrayList<>();
        for (Path file : files) {
            transcripts.add(TranscriptFile.read(file));
        }
        return transcripts;
    }
}
