package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.diagnosis.PolicyEvidence;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.KeyDigests;
import org.ipsecworkbench.policy.Parsed;
import org.ipsecworkbench.policy.Policies;
import org.ipsecworkbench.policy.Policies.Document;
import org.ipsecworkbench.policy.PolicyLimits;

/**
 * The policy of one host, read from its files, or from a session.
 *
 * @param evidence what was read
 * @param errors why a file could not be read, a sentence each
 */
record PolicyInput(PolicyEvidence evidence, List<String> errors) {
    /** Copies the list. */
    PolicyInput {
        errors = List.copyOf(errors);
    }

    /**
     * Reads all files of one host.
     *
     * @param host what to call it; empty for the name of the first file
     * @param names files, and folders for all files in them; or one session, by {@link SessionPolicies}
     * @param digests the same for all hosts whose pre-shared keys are to be compared
     */
    static PolicyInput read(String host, List<String> names, KeyDigests digests) {
        List<Document> documents = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        String called = host.isEmpty() ? name(names.get(0)) : host;
        try {
            SessionPolicies session = names.size() == 1 ? SessionPolicies.named(names.get(0)) : null;
            if (session != null) {
                return new PolicyInput(session.one(digests), errors);
            }
        } catch (IOException e) {
            errors.add(Messages.of(e));
            return files(called, documents, errors, digests);
        }
        for (String name : names) {
            try (InputFile input = InputFile.of(name)) {
                try {
                    for (Path file : InputFiles.of(input.path(), errors)) {
                        documents.add(new Document(called(name, input.path(), file), bytes(file)));
                    }
                } catch (IOException e) {
                    errors.add(input.named(Messages.of(e)));
                }
            } catch (IOException e) {
                errors.add(Messages.of(e));
            }
        }
        return files(called, documents, errors, digests);
    }

    private static PolicyInput files(String called, List<Document> documents, List<String> errors, KeyDigests digests) {
        Parsed<HostPolicy> policy = Policies.parse(called, documents, PolicyLimits.DEFAULT, digests);
        return new PolicyInput(PolicyEvidence.ofFiles(policy), errors);
    }

    /** What was read. */
    Parsed<HostPolicy> policy() {
        return evidence.policy();
    }

    /** Whether there is nothing to tell of. */
    boolean isUnread() {
        HostPolicy model = policy().model();
        boolean isEmpty = model.rules().isEmpty()
                && model.legacyPolicies().isEmpty()
                && model.mainModeRules().isEmpty()
                && model.listed().isEmpty();
        return isEmpty && !(errors.isEmpty() && policy().problems().isEmpty());
    }

    private static String called(String name, Path path, Path file) {
        return file.equals(path) ? name : String.valueOf(file.getFileName());
    }

    /** What is longer than the limit of the engine is cut there, which it tells. */
    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(PolicyLimits.DEFAULT.maxBytes() + 1);
        }
    }

    /** The name of a file or folder without its ending. */
    private static String name(String file) {
        if (file.equals("-")) {
            return "standard input";
        }
        Path name = Path.of(file).getFileName();
        String text = name == null ? file : name.toString();
        int dot = text.lastIndexOf('.');
        return dot > 0 ? text.substring(0, dot) : text;
    }
}
