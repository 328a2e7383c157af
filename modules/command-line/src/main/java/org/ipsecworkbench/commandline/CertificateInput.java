package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.certificate.CertificateLimits;
import org.ipsecworkbench.certificate.CertificateSources;
import org.ipsecworkbench.certificate.CertificateSources.Document;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.session.EvidenceFiles;
import org.ipsecworkbench.session.EvidenceKind;

/**
 * The certificates of one host, read from files.
 *
 * @param certificates what was read
 * @param errors why a file could not be read, a sentence each
 */
record CertificateInput(HostCertificates certificates, List<String> errors) {
    /** Copies the list. */
    CertificateInput {
        errors = List.copyOf(errors);
    }

    /**
     * Reads all files of one host; folders for all files in them.
     *
     * @param host what to call it
     * @param keys that open the messages of captures
     */
    static CertificateInput read(
            String host, List<String> names, CertificateSources.Passwords passwords, DecryptionKeys keys) {
        List<Document> documents = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        HostCertificates seen = HostCertificates.none(host);
        for (String name : names) {
            try (InputFile input = InputFile.of(name)) {
                for (Path file : InputFiles.of(input.path(), errors)) {
                    String called = file.equals(input.path()) ? name : String.valueOf(file.getFileName());
                    if (EvidenceFiles.kind(file).equals(EvidenceKind.CAPTURE)) {
                        try (ProgressLine progress = new ProgressLine(called)) {
                            seen = seen.and(CertificateSources.capture(
                                    file, called, CertificateLimits.DEFAULT, keys, progress));
                        }
                    } else {
                        documents.add(new Document(called, bytes(file)));
                    }
                }
            } catch (IOException e) {
                errors.add(Messages.of(e));
            }
        }
        HostCertificates listed = CertificateSources.parse(host, documents, CertificateLimits.DEFAULT, passwords);
        return new CertificateInput(listed.and(seen), errors);
    }

    /** What is longer than the limit of the engine is cut there, which it tells. */
    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(CertificateLimits.DEFAULT.maxBytes() + 1);
        }
    }
}
