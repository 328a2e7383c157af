package org.ipsecworkbench.certificateinspector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.certificate.CertificateLimits;
import org.ipsecworkbench.certificate.CertificateSources;
import org.ipsecworkbench.certificate.CertificateSources.Document;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.certificate.Requirement;
import org.ipsecworkbench.diagnosis.SavedEvidence;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.SessionContents;
import org.openide.util.NbBundle.Messages;

/** The hosts of a session, with files of certificates that are in it. */
@Messages({"LBL_Session=session", "LBL_OfNoHost=files of no single host"})
record SessionSource(SessionContents contents) implements CertificateSource {
    @Override
    public Object key() {
        return contents;
    }

    @Override
    public String name() {
        String title = contents.session().title();
        return title.isEmpty() ? Bundle.LBL_Session() : title;
    }

    @Override
    public String detail() {
        return name();
    }

    @Override
    public Optional<Path> file() {
        return Optional.empty();
    }

    @Override
    public List<HostCase> read(ScanMonitor monitor) throws IOException {
        Map<String, List<Document>> files = files();
        List<HostCase> cases = new ArrayList<>();
        for (HostCase host : HostCases.of(SavedEvidence.read(contents), monitor)) {
            List<Document> more = Optional.ofNullable(files.remove(host.name())).orElse(List.of());
            HostCertificates all =
                    more.isEmpty() ? host.certificates() : host.certificates().and(parse(host.name(), more, monitor));
            if (!all.isEmpty()) {
                cases.add(new HostCase(all, host.requirement(), host.now(), host.protectedServers()));
            }
        }
        files.forEach((host, documents) ->
                cases.add(new HostCase(parse(host, documents, monitor), Requirement.ANY, Instant.now(), Set.of())));
        return cases;
    }

    private static HostCertificates parse(String host, List<Document> documents, ScanMonitor monitor) {
        String name = host.isEmpty() ? Bundle.LBL_OfNoHost() : host;
        return CertificateSources.parse(
                name, documents, CertificateLimits.DEFAULT, new PasswordPrompt(documents, monitor));
    }

    /** By host. */
    private Map<String, List<Document>> files() throws IOException {
        Map<String, List<Document>> files = new LinkedHashMap<>();
        for (EvidenceItem item : contents.session().evidence(EvidenceKind.CERTIFICATE)) {
            try (InputStream in = contents.evidence(item).open()) {
                byte[] bytes = in.readNBytes(CertificateLimits.DEFAULT.maxBytes() + 1);
                files.computeIfAbsent(item.host(), host -> new ArrayList<>()).add(new Document(item.name(), bytes));
            }
        }
        return files;
    }

    @Override
    public Optional<CertificateSource> with(List<Path> more) {
        return Optional.empty();
    }
}
