package org.ipsecworkbench.policy;

import java.util.List;
import org.ipsecworkbench.policy.assemble.Assembler;
import org.ipsecworkbench.policy.read.Formats;
import org.ipsecworkbench.policy.read.Reading;

/** Reads IPsec policies. */
public final class Policies {
    /**
     * One file of a host.
     *
     * @param name what to call it
     * @param content its bytes, which nobody changes while they are read
     */
    public record Document(String name, byte[] content) {}

    private static final int BINARY_HEAD = 512;

    private Policies() {}

    /**
     * Reads all files of one host to one policy; each is recognised by its content. Pure: no I/O. Takes some 50 MB per second
     * on one core; not for the event thread.
     *
     * @param host what to call it
     * @param digests for pre-shared keys: those of two hosts can be compared if both were read with the same object
     * @return never null and never an exception for content; what could not be read is a problem with its place
     */
    public static Parsed<HostPolicy> parse(
            String host, List<Document> documents, PolicyLimits limits, KeyDigests digests) {
        Reading reading = new Reading(limits, digests);
        for (Document document : documents) {
            reading.file(document.name());
            int before = reading.blocks().size();
            Formats.read(document.content(), reading);
            if (reading.blocks().size() == before) {
                reading.problems().add(document.name(), "Nothing in it was recognised as a part of an IPsec policy.");
            }
        }
        HostPolicy policy = Assembler.assemble(host, reading);
        return new Parsed<>(policy, reading.problems().problems());
    }

    /**
     * Whether content is a listing of a policy: anything that rules are made of was found in it.
     *
     * @param content a file, or its beginning; binary data that is no hive of the registry is told by its
     *     first bytes and costs nothing
     */
    public static boolean recognises(byte[] content) {
        if (isBinary(content) && !Formats.isHive(content)) {
            return false;
        }
        HostPolicy found = parse("", List.of(new Document("", content)), PolicyLimits.DEFAULT, KeyDigests.random())
                .model();
        return !found.rules().isEmpty()
                || !found.legacyPolicies().isEmpty()
                || !found.mainModeRules().isEmpty()
                || !found.of(Listed.Kind.GLOBAL).isEmpty()
                || !found.of(Listed.Kind.PROFILE).isEmpty()
                || !found.of(Listed.Kind.PLATFORM_POLICY).isEmpty()
                || !found.of(Listed.Kind.PLATFORM_FILTER).isEmpty();
    }

    /** Text in UTF-16 begins with its mark; all other text has no zero bytes. */
    private static boolean isBinary(byte[] content) {
        if (content.length >= 2 && (content[0] & 0xff) + (content[1] & 0xff) == 0xff + 0xfe) {
            return false;
        }
        for (int i = 0; i < Math.min(content.length, BINARY_HEAD); i++) {
            if (content[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
