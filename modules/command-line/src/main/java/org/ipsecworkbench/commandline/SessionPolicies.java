package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.ipsecworkbench.diagnosis.PolicyEvidence;
import org.ipsecworkbench.policy.KeyDigests;
import org.ipsecworkbench.session.SessionFile;
import org.jspecify.annotations.Nullable;

/**
 * Policies of hosts in a saved session: {@code FILE.ipsecwb}, or {@code FILE.ipsecwb#HOST} for one of several.
 *
 * @param file the session
 * @param host whose policy; empty for that of the only one
 */
record SessionPolicies(Path file, String host) {
    /** The session that an argument names; null where it names none. */
    static @Nullable SessionPolicies named(String argument) throws IOException {
        int hash = argument.lastIndexOf('#');
        try {
            Path whole = Path.of(argument);
            if (hash <= 0 || Files.exists(whole)) {
                return SessionFile.recognises(whole) ? new SessionPolicies(whole, "") : null;
            }
            Path file = Path.of(argument.substring(0, hash));
            return SessionFile.recognises(file) ? new SessionPolicies(file, argument.substring(hash + 1)) : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** All that are meant. */
    List<PolicyEvidence> all(KeyDigests digests) throws IOException {
        List<PolicyEvidence> all = PolicyEvidence.ofSession(file, digests);
        List<PolicyEvidence> found = all.stream()
                .filter(one -> host.isEmpty() || one.name().equalsIgnoreCase(host))
                .toList();
        if (found.isEmpty()) {
            throw new IOException(
                    all.isEmpty()
                            ? file + " holds no policy of a host."
                            : file + " holds no policy of " + host + ", but of " + names(all) + ".");
        }
        return found;
    }

    /** The one that is meant. */
    PolicyEvidence one(KeyDigests digests) throws IOException {
        List<PolicyEvidence> all = all(digests);
        if (all.size() > 1) {
            throw new IOException(file + " holds the policies of several hosts; say which: " + file + "#"
                    + all.get(0).name() + " (or " + names(all.subList(1, all.size())) + ").");
        }
        return all.get(0);
    }

    private static String names(List<PolicyEvidence> all) {
        return all.stream().map(PolicyEvidence::name).collect(Collectors.joining(", "));
    }
}
