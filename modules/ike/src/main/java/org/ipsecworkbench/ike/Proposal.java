package org.ipsecworkbench.ike;

import java.util.List;
import java.util.Map;

/**
 * One proposal of a security association: a protocol with the transforms that its sender would accept.
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
     * One transform.
     *
     * @param number its number in IKEv1; in IKEv2 the transform type
     * @param id the transform ID
     * @param name what the ID means, such as {@code aes-cbc}; the number where no table knows it
     * @param attributes by name, in the order of the message, such as {@code encryption=3des-cbc}, {@code group=2};
     *     numbers stay numbers in text
     */
    public record Transform(int number, int id, String name, Map<String, String> attributes) {
        /** Expects a map that nobody changes any more and that keeps its order. */
        public Transform {}
    }
}
