package org.ipsecworkbench.ike.isakmp;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ipsecworkbench.ike.Bytes;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.Proposal;

/**
 * Security associations that were met lately. Hosts offer the same for every negotiation, so that most are read once, and
 * negotiations share their proposals. Any thread.
 */
final class KnownSas {
    private static final int MAX_KNOWN = 500;
    /** Bytes of one; what Windows offers has some 300. */
    private static final int MAX_LENGTH = 512;

    private record Key(Bytes body, boolean isVersion2, boolean isMicrosoft) {}

    /** What was read without a finding, and how many payloads, proposals and transforms it took. */
    private record Known(int doi, int situation, List<Proposal> proposals, int count) {}

    private static final Map<Key, Known> MET = new ConcurrentHashMap<>();

    private KnownSas() {}

    /** The payload whose body lies between two offsets. */
    static Payload read(
            Bytes message,
            boolean isVersion2,
            boolean isMicrosoft,
            Findings findings,
            Payload.Header header,
            int from,
            int to) {
        Bytes body = message.slice(from, to);
        Known known = MET.get(new Key(body, isVersion2, isMicrosoft));
        if (known != null && known.count() <= findings.left()) {
            findings.count(known.count());
            return new Payload.SecurityAssociation(header, known.doi(), known.situation(), known.proposals());
        }
        int problems = findings.problems().size();
        int left = findings.left();
        Payload.SecurityAssociation read =
                new SaReader(message, isVersion2, isMicrosoft, findings).read(header, from, to);
        boolean isSound = findings.problems().size() == problems && findings.left() >= 0;
        if (isSound && known == null && body.length() <= MAX_LENGTH && MET.size() < MAX_KNOWN) {
            // A copy, since the body holds the whole message that it is a part of.
            MET.put(
                    new Key(Bytes.wrap(body.toArray()), isVersion2, isMicrosoft),
                    new Known(read.doi(), read.situation(), read.proposals(), left - findings.left()));
        }
        return read;
    }
}
