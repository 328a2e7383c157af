package org.ipsecworkbench.ike.isakmp;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.ike.Bytes;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.ike.Decrypted;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Payload;

/** Takes one message apart: the header, then the chain of payloads. Never throws for content. */
public final class Dissector {
    /** RFC 2408 section 3.1, RFC 7296 section 3.1. */
    public static final int HEADER = 28;

    static final int ENCRYPTED = 46;
    static final int ENCRYPTED_FRAGMENT = 53;

    private static final int GENERIC_HEADER = 4;
    private static final int NONE = 0;
    private static final int VENDOR_ID = 13;
    private static final int FLAG_ENCRYPTED = 1;
    private static final int AUTHIP_FIRST = 243;
    private static final int AUTHIP_LAST = 246;

    private final Bytes message;
    private final Findings findings;
    private final int major;
    private final boolean isAuthIp;
    /** Whether a payload was met that is encrypted. */
    private boolean isHidden;

    private Dissector(Bytes message, int major, int exchange, IkeLimits limits) {
        this.message = message;
        this.major = major;
        findings = new Findings(limits.maxPayloads(), limits.maxProblems());
        isAuthIp = major == 1 && isAuthIp(exchange);
    }

    /** Whether an exchange type of ISAKMP 1.0 is one of AuthIP (MS-AIPS). */
    public static boolean isAuthIp(int exchange) {
        return exchange >= AUTHIP_FIRST && exchange <= AUTHIP_LAST;
    }

    /**
     * Reads a message.
     *
     * @param message from its header on, at least {@link #HEADER} bytes
     */
    public static IkeMessage read(Bytes message, IkeLimits limits) {
        return new Dissector(message, message.u8(17) >>> 4, message.u8(18), limits).read();
    }

    /**
     * Reads what a key opened of a message.
     *
     * @param outer the message that it was in
     * @param inside the payloads alone; in IKEv1 with the padding behind them
     * @param first type of the first payload
     * @param verified as in {@link Decrypted}
     */
    public static Decrypted inside(IkeMessage outer, Bytes inside, int first, boolean verified, IkeLimits limits) {
        Dissector dissector = new Dissector(inside, outer.major(), outer.exchange(), limits);
        List<Payload> payloads = dissector.chain(first, 0, inside.length());
        return new Decrypted(payloads, verified, dissector.findings.problems());
    }

    /**
     * Whether bytes look like a chain of payloads: known types, reserved bytes of zero, lengths that fit. Of bytes at random,
     * as a wrong key gives them, fewer than one in ten thousand do.
     *
     * @param first type of the first payload
     * @param isExact whether it ends with the bytes, as in IKEv2; else padding may follow
     */
    public static boolean isChain(Bytes bytes, int first, boolean isExact) {
        int type = first;
        int at = 0;
        while (type != NONE) {
            // Without an end to compare with, the types have to tell.
            if (!bytes.has(at, GENERIC_HEADER)
                    || !isExact && Numbers.PAYLOADS.name(type).isEmpty()) {
                return false;
            }
            int length = bytes.u16(at + 2);
            if (length < GENERIC_HEADER || !bytes.has(at, length) || (bytes.u8(at + 1) & 0x7f) != 0) {
                return false;
            }
            type = bytes.u8(at);
            at += length;
        }
        return !isExact || at == bytes.length();
    }

    private IkeMessage read() {
        long length = message.i32(24) & 0xffffffffL;
        int end = (int) Math.min(length, message.length());
        if (length > message.length()) {
            findings.add(24, "The message says that it has " + length + " bytes; " + message.length() + " are there.");
        } else if (length < message.length()) {
            findings.add(24, "Behind the message's " + length + " bytes are " + (message.length() - length) + " more.");
        }
        int flags = message.u8(19);
        boolean encrypted = major == 1 && (flags & FLAG_ENCRYPTED) != 0;
        int first = message.u8(16);
        List<Payload> payloads;
        if (encrypted) {
            payloads = end <= HEADER ? List.of() : List.of(encrypted(first, end));
        } else if (major == 1 || major == 2) {
            payloads = chain(first, HEADER, Math.max(end, HEADER));
            encrypted = isHidden;
        } else {
            findings.add(17, "The major version " + major + " is not known.");
            payloads = List.of();
        }
        return new IkeMessage(
                new Cookies(message.i64(0), message.i64(8)),
                major,
                message.u8(17) & 0xf,
                message.u8(18),
                flags,
                message.i32(20),
                length,
                encrypted,
                payloads,
                findings.problems());
    }

    private Payload encrypted(int first, int end) {
        return new Payload.Encrypted(
                new Payload.Header(first, Numbers.PAYLOADS.name(first, "payload"), false, HEADER, end - HEADER),
                first,
                message.slice(HEADER, end));
    }

    /** Follows the chain; every payload moves on by at least its header, so that it ends. */
    private List<Payload> chain(int first, int from, int end) {
        boolean isVersion2 = major == 2;
        boolean isAlone = isVersion2 && first == ENCRYPTED;
        List<Payload> payloads = new ArrayList<>(isAlone ? 1 : 8);
        PayloadReader reader = new PayloadReader(
                message, isVersion2, isAuthIp, !isVersion2 && usesKerberos(first, from, end), findings);
        int type = first;
        int at = from;
        while (type != NONE) {
            if (end - at < GENERIC_HEADER) {
                findings.add(
                        at,
                        "A payload of type " + type + " is announced where "
                                + (end == at ? "nothing is left." : "only " + (end - at) + " bytes are left."));
                return payloads;
            }
            if (!findings.oneMore(at)) {
                return payloads;
            }
            int length = message.u16(at + 2);
            if (length < GENERIC_HEADER) {
                findings.add(at + 2, "A payload says that it has " + length + " bytes, less than its header.");
                return payloads;
            }
            if (length > end - at) {
                findings.add(at + 2, "A payload says that it has " + length + " bytes, of " + (end - at) + ".");
                length = end - at;
            }
            int next = message.u8(at);
            isHidden |= type == ENCRYPTED || type == ENCRYPTED_FRAGMENT;
            Payload.Header header = new Payload.Header(
                    type,
                    Numbers.PAYLOADS.name(type, "payload"),
                    isVersion2 && (message.u8(at + 1) & 0x80) != 0,
                    at,
                    length);
            if (isVersion2 && (type == ENCRYPTED || type == ENCRYPTED_FRAGMENT)) {
                // RFC 7296 section 3.14: always the last one; its next payload is the first one inside.
                payloads.add(hidden(header, next, at + GENERIC_HEADER, at + length));
                at += length;
                break;
            }
            payloads.add(reader.read(header, at + GENERIC_HEADER, at + length));
            at += length;
            type = next;
        }
        if (at < end && major == 2) {
            findings.add(at, (end - at) + " bytes follow the last payload.");
        }
        return payloads;
    }

    private Payload hidden(Payload.Header header, int next, int from, int to) {
        if (header.type() == ENCRYPTED_FRAGMENT) {
            if (to - from >= 4) {
                return new Payload.Fragment(
                        header, next, message.u16(from), message.u16(from + 2), message.slice(from + 4, to));
            }
            findings.add(from, "The encrypted fragment is too short for its number.");
        }
        return new Payload.Encrypted(header, next, message.slice(from, to));
    }

    /** Looks for a vendor ID that says how a later SA payload is meant. */
    private boolean usesKerberos(int first, int from, int end) {
        int type = first;
        int at = from;
        while (type != NONE && end - at >= GENERIC_HEADER) {
            int length = message.u16(at + 2);
            if (length < GENERIC_HEADER || length > end - at) {
                return false;
            }
            if (type == VENDOR_ID && VendorIds.usesKerberos(message, at + GENERIC_HEADER, at + length)) {
                return true;
            }
            type = message.u8(at);
            at += length;
        }
        return false;
    }
}
