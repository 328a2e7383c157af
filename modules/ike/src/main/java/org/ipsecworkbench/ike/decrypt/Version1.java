package org.ipsecworkbench.ike.decrypt;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsecworkbench.ike.Bytes;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.Proposal;
import org.ipsecworkbench.ike.decrypt.Opening.Opened;
import org.ipsecworkbench.ike.decrypt.Opening.Refused;
import org.ipsecworkbench.ike.isakmp.Dissector;
import org.jspecify.annotations.Nullable;

/**
 * Opens the messages of one IKE SA of IKEv1, in their order. The vector of the first encrypted message is a hash of the public
 * values, that of each later exchange one of the last block of phase 1 and the message ID, and inside an exchange that of a
 * message is the last block of the one before (RFC 2409 appendix B).
 */
final class Version1 {
    /** Exchanges that are remembered; more than are under way at once. */
    private static final int MAX_EXCHANGES = 256;

    /** Last blocks of an exchange: where a message was lost or overtaken, the latest is not the right one. */
    private static final int MAX_BLOCKS = 4;

    /** Messages whose repetitions, which come soon, are known again; each is kept as it was opened. */
    private static final int MAX_REPEATS = 16;

    private static final int MAX_HOSTS = 8;

    private record Suite(String cipher, int block, int keyLength, String hash) {}

    private record Sent(int checksum, int length) {}

    private final Secret key;
    private final Map<String, Bytes> publicValues = new HashMap<>();
    private final Map<Integer, Deque<byte[]>> blocks = new LinkedHashMap<>();
    /** Last blocks of phase 1, the latest first, whatever its message IDs forget. */
    private final Deque<byte[]> phase1 = new ArrayDeque<>();

    private final Map<Sent, Opening> seen = new LinkedHashMap<>();
    private Map<String, String> chosen = Map.of();
    private String responder = "";

    Version1(Secret key) {
        this.key = key;
    }

    /** Learns from a message in clear what the first vector is made of. */
    void note(IkeMessage message, String source) {
        for (Payload payload : message.payloads()) {
            if (payload instanceof Payload.SecurityAssociation sa
                    && message.cookies().isAnswered()) {
                sa.proposals().stream()
                        .flatMap(one -> one.transforms().stream())
                        .findFirst()
                        .ifPresent(transform -> {
                            chosen = attributes(transform);
                            responder = source;
                        });
            } else if (payload instanceof Payload.KeyExchange value && publicValues.size() < MAX_HOSTS) {
                publicValues.put(source, value.data());
            }
        }
    }

    private static Map<String, String> attributes(Proposal.Transform transform) {
        Map<String, String> attributes = new HashMap<>();
        for (String name : new String[] {"encryption", "keyLength", "hash"}) {
            transform.attribute(name).ifPresent(value -> attributes.put(name, value));
        }
        return attributes;
    }

    /** Opens an encrypted message. */
    Opening open(IkeMessage message, int first, Bytes data, int checksum) {
        Sent sent = new Sent(checksum, data.length());
        Opening before = seen.get(sent);
        if (before != null) {
            return before;
        }
        Opening opening = openNew(message, first, data);
        seen.put(sent, opening);
        dropFirst(seen.keySet(), MAX_REPEATS);
        return opening;
    }

    private Opening openNew(IkeMessage message, int first, Bytes data) {
        if (chosen.isEmpty()) {
            return new Refused(
                    "cannot be used: the SA that the responder chose is not in the capture, so that the cipher is not known");
        }
        Suite suite = suite();
        if (suite == null) {
            return new Refused("cannot be used: the cipher or hash of this SA is none that can be used here");
        }
        if (key.length() != suite.keyLength()) {
            return new Refused("does not fit: it has " + key.length() + " bytes, and the cipher of this SA needs "
                    + suite.keyLength());
        }
        if (data.length() == 0 || data.length() % suite.block() != 0) {
            return Refused.LENGTH;
        }
        Deque<byte[]> known = blocks.computeIfAbsent(message.messageId(), any -> new ArrayDeque<>());
        dropFirst(blocks.keySet(), MAX_EXCHANGES);
        List<byte[]> vectors = new ArrayList<>(known);
        vectors.addAll(firstVectors(message.messageId(), suite));
        byte[] last = data.slice(data.length() - suite.block(), data.length()).toArray();
        known.addFirst(last);
        if (known.size() > MAX_BLOCKS) {
            known.removeLast();
        }
        if (message.messageId() == 0) {
            phase1.addFirst(last);
            if (phase1.size() > MAX_BLOCKS) {
                phase1.removeLast();
            }
        }
        if (vectors.isEmpty()) {
            return new Refused("cannot be used: the messages that the vector is computed from are not in the capture");
        }
        byte[] secret = key.bytes(0, key.length());
        byte[] text = data.toArray();
        for (byte[] vector : vectors) {
            Bytes plain = Bytes.wrap(Ciphers.cbc(suite.cipher(), secret, vector, text));
            if (Dissector.isChain(plain, first, false)) {
                return new Opened(plain);
            }
        }
        return Refused.NO_CHAIN;
    }

    /**
     * The vectors that the first message of an exchange may have, the likeliest first. A host does not count a message of
     * phase 1 that it could not read, and aggressive mode may end in clear, so that there are several.
     */
    private List<byte[]> firstVectors(int messageId, Suite suite) {
        List<byte[]> vectors = new ArrayList<>();
        byte[] first = hashOfPublicValues(suite);
        if (messageId != 0) {
            byte[] id = ByteBuffer.allocate(Integer.BYTES).putInt(messageId).array();
            phase1.forEach(last -> vectors.add(hash(suite, last, id)));
            if (first != null) {
                vectors.add(hash(suite, first, id));
            }
        } else if (first != null) {
            vectors.add(first);
        }
        return vectors;
    }

    private byte @Nullable [] hashOfPublicValues(Suite suite) {
        Bytes responders = publicValues.get(responder);
        Optional<Bytes> initiators = publicValues.entrySet().stream()
                .filter(one -> !one.getKey().equals(responder))
                .map(Map.Entry::getValue)
                .findFirst();
        return responders == null || initiators.isEmpty()
                ? null
                : hash(suite, initiators.get().toArray(), responders.toArray());
    }

    private static byte[] hash(Suite suite, byte[] one, byte[] other) {
        try {
            MessageDigest digest = MessageDigest.getInstance(suite.hash());
            digest.update(one);
            return Arrays.copyOf(digest.digest(other), suite.block());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Suite suite() {
        String hash = switch (chosen.getOrDefault("hash", "")) {
            case "md5" -> "MD5";
            case "sha1" -> "SHA-1";
            case "sha2-256" -> "SHA-256";
            case "sha2-384" -> "SHA-384";
            case "sha2-512" -> "SHA-512";
            default -> "";
        };
        String bits = chosen.getOrDefault("keyLength", "128");
        boolean isAesKey = bits.equals("128") || bits.equals("192") || bits.equals("256");
        if (hash.isEmpty()) {
            return null;
        }
        return switch (chosen.getOrDefault("encryption", "")) {
            case "des-cbc" -> new Suite("DES", 8, 8, hash);
            case "3des-cbc" -> new Suite("DESede", 8, 24, hash);
            case "aes-cbc" -> isAesKey ? new Suite("AES", 16, Integer.parseInt(bits) / 8, hash) : null;
            default -> null;
        };
    }

    private static void dropFirst(Collection<?> all, int max) {
        if (all.size() > max) {
            var oldest = all.iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
