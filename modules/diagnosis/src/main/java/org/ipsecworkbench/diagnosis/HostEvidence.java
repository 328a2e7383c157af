package org.ipsecworkbench.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.Transcript;
import org.jspecify.annotations.Nullable;

/**
 * What one host answered, and nothing else.
 *
 * @param name what to call the host
 * @param isSimulated whether it is a host of the lab
 * @param transcripts in the order in which they were collected
 * @param failure why nothing more could be collected; null where all was
 */
public record HostEvidence(
        String name,
        boolean isSimulated,
        List<Transcript> transcripts,
        @Nullable Failure failure) {
    /** Copies the list. */
    public HostEvidence {
        transcripts = List.copyOf(transcripts);
    }

    /** A host that was not asked yet. */
    public static HostEvidence none(String name, boolean isSimulated) {
        return new HostEvidence(name, isSimulated, List.of(), null);
    }

    /** The newest whole answer to a command. */
    public Optional<Transcript> answer(Need need) {
        Transcript found = null;
        for (Transcript transcript : transcripts) {
            if (transcript.line().equals(need.line()) && transcript.isComplete()) {
                found = transcript;
            }
        }
        return Optional.ofNullable(found);
    }

    /** Whether a command was run, whatever came of it. */
    public boolean hasAsked(Need need) {
        return transcripts.stream().anyMatch(transcript -> transcript.line().equals(need.line()));
    }

    /** The same with one answer more. */
    public HostEvidence with(Transcript transcript) {
        List<Transcript> more = new ArrayList<>(transcripts);
        more.add(transcript);
        return new HostEvidence(name, isSimulated, more, failure);
    }

    /** The same without what a check asked for, so that it is asked anew. */
    public HostEvidence without(Check check) {
        Set<String> lines = check.needs(this).stream().map(Need::line).collect(Collectors.toSet());
        List<Transcript> others = transcripts.stream()
                .filter(transcript -> !lines.contains(transcript.line()))
                .toList();
        return new HostEvidence(name, isSimulated, others, failure);
    }

    /** The same of a host that is none. */
    public HostEvidence simulated() {
        return new HostEvidence(name, true, transcripts, failure);
    }

    /** The same, to be asked again. */
    HostEvidence unfailed() {
        return new HostEvidence(name, isSimulated, transcripts, null);
    }

    /** The same, not to be asked any more. */
    public HostEvidence failed(Failure why) {
        return new HostEvidence(name, isSimulated, transcripts, why);
    }
}
