package org.ipsecworkbench.policyexplorer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ipsecworkbench.diagnosis.PolicyEvidence;
import org.ipsecworkbench.policy.KeyDigests;
import org.ipsecworkbench.policy.Policies;
import org.ipsecworkbench.policy.PolicyLimits;

/**
 * Where the policy of one host comes from.
 *
 * @param key equal where it is the same policy, so that one window shows it
 * @param name what to call it
 * @param detail where it comes from, in full
 * @param reader reads it; not on the event thread
 */
record PolicySource(Object key, String name, String detail, Reader reader) {
    /** Keys of all hosts in this process are told apart by the same digests. */
    static final KeyDigests DIGESTS = KeyDigests.random();

    /** Reads a policy. */
    interface Reader {
        PolicyEvidence read() throws IOException;
    }

    /** One listing. */
    static PolicySource ofFile(Path file) {
        String name = String.valueOf(file.getFileName());
        return new PolicySource(file, name, file.toString(), () -> {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(PolicyLimits.DEFAULT.maxBytes() + 1);
                return PolicyEvidence.ofFiles(Policies.parse(
                        name, List.of(new Policies.Document(name, bytes)), PolicyLimits.DEFAULT, DIGESTS));
            }
        });
    }

    /** What was read already: of a session or from a host. */
    static PolicySource of(PolicyEvidence evidence, String detail) {
        return new PolicySource(List.of(detail, evidence.name()), evidence.name(), detail, () -> evidence);
    }
}
