package org.ipsecworkbench.ike;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.ike.isakmp.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * One message of ISAKMP (RFC 2408 section 3.1), IKEv2 (RFC 7296 section 3.1) or AuthIP, as it was on the wire.
 *
 * @param cookies names of the IKE SA
 * @param major major version: 1 is ISAKMP, 2 is IKEv2
 * @param minor minor version
 * @param exchange exchange type
 * @param flags the flags of the header
 * @param messageId 0 for the phase 1 of IKEv1; a counter in IKEv2
 * @param length bytes by its header, as an unsigned number
 * @param encrypted whether its payloads cannot be read without a key
 * @param payloads what could be read, in order
 * @param problems what contradicts its specification, with offsets from the message's first byte
 * @param decrypted what a key opened of it; null where none did
 */
public record IkeMessage(
        Cookies cookies,
        int major,
        int minor,
        int exchange,
        int flags,
        int messageId,
        long length,
        boolean encrypted,
        List<Payload> payloads,
        List<Problem> problems,
        @Nullable Decrypted decrypted) {
    /** Keeps copies of the lists. */
    public IkeMessage {
        payloads = List.copyOf(payloads);
        problems = List.copyOf(problems);
    }

    /** As it was on the wire, with nothing decrypted. */
    public IkeMessage(
            Cookies cookies,
            int major,
            int minor,
            int exchange,
            int flags,
            int messageId,
            long length,
            boolean encrypted,
            List<Payload> payloads,
            List<Problem> problems) {
        this(cookies, major, minor, exchange, flags, messageId, length, encrypted, payloads, problems, null);
    }

    /** The same with what a key opened of it. */
    public IkeMessage opened(Decrypted inside) {
        return new IkeMessage(
                cookies, major, minor, exchange, flags, messageId, length, encrypted, payloads, problems, inside);
    }

    /** The payloads in clear, then those that a key opened. */
    public List<Payload> readable() {
        if (decrypted == null) {
            return payloads;
        }
        List<Payload> all = new ArrayList<>(payloads);
        all.addAll(decrypted.payloads());
        return all;
    }

    /** Whether its major version is one that can be read. */
    public boolean isKnown() {
        return major == 1 || major == 2;
    }

    /** The exchange in the field's terms, such as {@code identity protection}; {@code exchange 77} where it is not known. */
    public String exchangeName() {
        return Numbers.EXCHANGES.name(exchange, "exchange");
    }
}
