package org.ipsecworkbench.ike.decrypt;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.ike.Bytes;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.isakmp.Dissector;
import org.jspecify.annotations.Nullable;

/**
 * Opens the messages of a capture with the keys that were given, in their order. Where a key does not fit, a problem says why,
 * once per SA and sender. One thread. Costs memory per key, not per message.
 */
public final class Decrypter {
    /** Pairs of SA and sender that are remembered: addresses are easily made up. */
    private static final int MAX_SENDERS = 10_000;

    private final DecryptionKeys keys;
    private final IkeLimits limits;
    private final ProblemLog problems;
    private final Map<Long, Version1> version1 = new HashMap<>();
    private final Set<Cookies> met = new HashSet<>();
    /** SA and sender, of those that were opened and of those that were told about. */
    private final Set<String> opened = new HashSet<>();

    private final Set<String> told = new HashSet<>();

    /** For one capture. */
    public Decrypter(DecryptionKeys keys, IkeLimits limits, ProblemLog problems) {
        this.keys = keys;
        this.limits = limits;
        this.problems = problems;
    }

    /**
     * Opens a message that is whole, as far as there is a key for it.
     *
     * @param bytes from its header on
     * @return the message with what is inside, or as it was
     */
    public IkeMessage open(IkeMessage message, Bytes bytes, String source, long packet) {
        if (keys.isEmpty()) {
            return message;
        }
        if (message.major() == 1) {
            Secret key = keys.version1().get(message.cookies().initiator());
            return key == null ? message : open1(key, message, bytes, source, packet);
        }
        for (Payload payload : message.payloads()) {
            if (payload instanceof Payload.Encrypted sk) {
                Bytes inside = inside2(message, bytes, sk.header(), sk.data(), source, packet);
                return inside == null ? message : whole(message, inside, sk.first(), source, packet);
            }
        }
        return message;
    }

    private IkeMessage open1(Secret key, IkeMessage message, Bytes bytes, String source, long packet) {
        met.add(new Cookies(message.cookies().initiator(), 0));
        Version1 sa = version1.computeIfAbsent(message.cookies().initiator(), cookie -> new Version1(key));
        if (!message.encrypted()) {
            sa.note(message, source);
            return message;
        }
        if (message.payloads().isEmpty() || !(message.payloads().get(0) instanceof Payload.Encrypted body)) {
            return message;
        }
        Opening opening = sa.open(message, body.first(), body.data(), bytes.checksum());
        if (opening instanceof Opening.Opened inside) {
            remember(message, source);
            return message.opened(Dissector.inside(message, inside.inside(), body.first(), false, limits));
        }
        refused(message, (Opening.Refused) opening, source, packet);
        return message;
    }

    /**
     * What is inside one fragment of IKEv2.
     *
     * @return null where there is no key or it does not fit
     */
    public @Nullable Bytes piece(IkeMessage message, Bytes bytes, Payload.Fragment piece, String source, long packet) {
        return inside2(message, bytes, piece.header(), piece.data(), source, packet);
    }

    /**
     * A message of IKEv2 with what its fragments make up together, or as it was where that cannot be.
     *
     * @param last the fragment that completed it
     * @param inside of all, in order
     * @param first type of the first payload inside
     */
    public IkeMessage whole(IkeMessage last, Bytes inside, int first, String source, long packet) {
        SaKeys sa = keys.version2().get(last.cookies());
        if (sa == null || !Dissector.isChain(inside, first, true)) {
            refused(last, Opening.Refused.NO_CHAIN, source, packet);
            return last;
        }
        remember(last, source);
        boolean isVerified = sa.encryption().check() > 0 || sa.integrity().isChecked();
        return last.opened(Dissector.inside(last, inside, first, isVerified, limits));
    }

    private @Nullable Bytes inside2(
            IkeMessage message, Bytes bytes, Payload.Header header, Bytes data, String source, long packet) {
        SaKeys sa = keys.version2().get(message.cookies());
        if (sa == null) {
            return null;
        }
        met.add(message.cookies());
        Opening opening = Version2.open(sa, message, bytes, header, data);
        if (opening instanceof Opening.Opened inside) {
            return inside.inside();
        }
        refused(message, (Opening.Refused) opening, source, packet);
        return null;
    }

    private void refused(IkeMessage message, Opening.Refused refused, String source, long packet) {
        if (told.size() >= MAX_SENDERS || !told.add(name(message, source))) {
            return;
        }
        problems.add(
                "packet " + packet,
                "The key for cookie " + message.cookies().initiatorHex() + " " + refused.why() + "."
                        + others(message, refused, source));
    }

    /** What else was opened with the same keys tells why this was not. */
    private String others(IkeMessage message, Opening.Refused refused, String source) {
        if (opened.contains(name(message, source))) {
            return " Others from " + source + " were read with it: this one is damaged, or one before it is missing.";
        }
        String cookies =
                message.cookies().initiatorHex() + " " + message.cookies().responderHex();
        if (opened.stream().noneMatch(one -> one.startsWith(cookies))) {
            return "";
        }
        // IKEv1 has one key for both directions, which both hosts compute from what they share.
        return message.major() == 1 && refused.equals(Opening.Refused.NO_CHAIN)
                ? " Those of the other host were read with it: the two have different keys."
                : " Those of the other host were read.";
    }

    private void remember(IkeMessage message, String source) {
        if (opened.size() < MAX_SENDERS) {
            opened.add(name(message, source));
        }
    }

    private static String name(IkeMessage message, String source) {
        return message.cookies().initiatorHex() + " " + message.cookies().responderHex() + " " + source;
    }

    /** No more messages come: tells of keys where none was of any use. */
    public void finish() {
        if (!keys.isEmpty() && met.isEmpty()) {
            problems.add("keys", "None of the keys belongs to a negotiation of this capture.");
        }
    }
}
