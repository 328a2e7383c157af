package org.ipsecworkbench.ike;

import java.util.List;
import org.ipsecworkbench.capture.Problem;

/**
 * What a key opened of a message.
 *
 * @param payloads in order; their offsets count from the first byte inside
 * @param verified whether a check value over the message was compared and fits; false in IKEv1, which has none that could be
 *     compared with the encryption key alone
 * @param problems what contradicts the specification inside, with offsets likewise
 */
public record Decrypted(List<Payload> payloads, boolean verified, List<Problem> problems) {
    /** Keeps copies of the lists. */
    public Decrypted {
        payloads = List.copyOf(payloads);
        problems = List.copyOf(problems);
    }
}
