package org.ipsecworkbench.certificateinspector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.certificate.CertificateLimits;
import org.ipsecworkbench.certificate.CertificateSources;
import org.ipsecworkbench.certificate.CertificateSources.Document;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.certificate.Requirement;
import org.ipsecworkbench.session.EvidenceFiles;
import org.ipsecworkbench.session.EvidenceKind;
import org.openide.util.NbBundle.Messages;

/**
 * Files that are about one host: certificates, lists, answers, listings, captures.
 *
 * @param files at least one, absolute
 */
@Messages({"# {0} - first file", "# {1} - how many more", "LBL_Files={0} and {1} more"})
record FileSource(List<Path> files) implements CertificateSource {
    /** Copies the list. */
    FileSource {
        files = List.copyOf(files);
    }

    @Override
    public Object key() {
        return files;
    }

    @Override
    public String name() {
        String first = String.valueOf(files.get(0).getFileName());
        return files.size() == 1 ? first : Bundle.LBL_Files(first, files.size() - 1);
    }

    @Override
    public String detail() {
        return files.stream().map(Path::toString).collect(Collectors.joining("\n"));
    }

    @Override
    public Optional<Path> file() {
        return files.size() == 1 ? Optional.of(files.get(0)) : Optional.empty();
    }

    @Override
    public List<HostCase> read(ScanMonitor monitor) throws IOException {
        List<Document> documents = new ArrayList<>();
        HostCertificates seen = HostCertificates.none(name());
        for (Path file : files) {
            String called = String.valueOf(file.getFileName());
            if (EvidenceFiles.kind(file).equals(EvidenceKind.CAPTURE)) {
                seen = seen.and(CertificateSources.capture(file, called, CertificateLimits.DEFAULT, monitor));
            } else {
                documents.add(new Document(called, bytes(file)));
            }
        }
        PasswordPrompt passwords = new PasswordPrompt(documents, monitor);
        HostCertificates listed = CertificateSources.parse(name(), documents, CertificateLimits.DEFAULT, passwords);
        return List.of(new HostCase(listed.and(seen), Requirement.ANY, Instant.now(), Set.of()));
    }

    /** What is longer than the limit of the engine is cut there, which it tells. */
    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(CertificateLimits.DEFAULT.maxBytes() + 1);
        }
    }

    @Override
    public Optional<CertificateSource> with(List<Path> more) {
        Set<Path> all = new LinkedHashSet<>(files);
        all.addAll(more);
        return Optional.of(new FileSource(List.copyOf(all)));
    }
}
