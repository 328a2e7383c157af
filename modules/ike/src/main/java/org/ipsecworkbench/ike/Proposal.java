package org.ipsecworkbench.ike;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * One proposal of a security association: a protocol with the transforms that its sender would accept. Immutable.
 *
 * @param number its number; proposals of IKEv1 that share one belong together
 * @param protocol {@code isakmp}, {@code ike}, {@code esp}, {@code ah} or {@code ipcomp}, or the protocol's number
 * @param spi lower-case hex; empty where there is none
 * @param transforms in the order of preference
 */
public record Proposal(int number, String protocol, String spi, List<Transform> transforms) {
    /** Keeps a copy of the transforms. */
    public Proposal {
        transforms = List.copyOf(transforms);
    }

    /**
     * The alternatives in words: of IKEv1 one line per transform, of IKEv2 one line, in which a slash stands between
     * algorithms of the same sort.
     */
    public List<String> labels() {
        if (transforms.stream().allMatch(transform -> transform.type() == 0)) {
            return transforms.stream().map(Transform::label).toList();
        }
        Map<Integer, String> bySort = new LinkedHashMap<>();
        for (Transform transform : transforms) {
            bySort.merge(transform.type(), transform.label(), (some, more) -> some + "/" + more);
        }
        return List.of(String.join(", ", bySort.values()));
    }

    /**
     * One transform: in IKEv1 a whole set of algorithms, in IKEv2 one algorithm.
     *
     * @param number its number in IKEv1; 0 in IKEv2, which has none
     * @param type the transform type in IKEv2; 0 in IKEv1, which has none
     * @param id the transform ID
     * @param attributes in the order of the message. What the ID says comes first: {@code encryption} or {@code integrity}
     *     of IPsec SAs, and everything in IKEv2
     */
    public record Transform(int number, int type, int id, List<Attribute> attributes) {
        /** Keeps a copy of the attributes. */
        public Transform {
            attributes = List.copyOf(attributes);
        }

        /** In words: {@code aes-cbc 128, sha1, group 14, preshared-key}. */
        public String label() {
            StringJoiner words = new StringJoiner(", ");
            for (Attribute attribute : attributes) {
                switch (attribute.name()) {
                    case "encryption" ->
                        words.add(attribute.value()
                                + attribute("keyLength").map(bits -> " " + bits).orElse(""));
                    case "keyLength", "lifeSeconds", "lifeKilobytes" -> {}
                    case "group" ->
                        words.add(attribute.meaning().isEmpty() ? "group " + attribute.number() : attribute.meaning());
                    case "esn" -> words.add(attribute.number() == 0 ? "no esn" : "esn");
                    case "hash", "integrity", "prf", "authentication", "encapsulation" -> words.add(attribute.value());
                    default -> words.add(attribute.name() + " " + attribute.value());
                }
            }
            return words.toString();
        }

        /** The value of an attribute by its name. */
        public Optional<String> attribute(String name) {
            for (Attribute attribute : attributes) {
                if (attribute.name().equals(name)) {
                    return Optional.of(attribute.value());
                }
            }
            return Optional.empty();
        }
    }

    /**
     * A property of a transform.
     *
     * @param type attribute type; -1 where the transform ID says it
     * @param name {@code encryption}, {@code keyLength}, {@code hash}, {@code integrity}, {@code prf}, {@code group}, {@code
     *     authentication}, {@code encapsulation}, {@code lifeSeconds}, {@code lifeKilobytes}, {@code esn} and others; {@code
     *     attribute 77} where no table knows the type
     * @param number its value, as far as it fits into 63 bits; -1 where it does not
     * @param meaning the value in words, such as {@code 3des-cbc}; empty where it is a number, or no table knows it
     */
    public record Attribute(int type, String name, long number, String meaning) {
        /** The meaning, or else the number. */
        public String value() {
            return meaning.isEmpty() ? Long.toString(number) : meaning;
        }
    }
}
