package org.ipsecworkbench.certificateinspector;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.SavedEvidence;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.session.SessionWorkspace;
import org.ipsecworkbench.workbench.HostWork;
import org.ipsecworkbench.workbench.Keepable;

/**
 * What hosts answered. Asked again it is another source, to be compared with the former.
 *
 * @param name the names of the hosts
 * @param detail when they were asked
 */
record HostSource(String name, String detail, List<KnownHost> hosts, List<HostEvidence> answers)
        implements CertificateSource, Keepable {
    /** Copies the lists. */
    HostSource {
        hosts = List.copyOf(hosts);
        answers = List.copyOf(answers);
    }

    @Override
    public Object key() {
        return List.of(name, detail);
    }

    @Override
    public Optional<Path> file() {
        return Optional.empty();
    }

    @Override
    public List<HostCase> read(ScanMonitor monitor) {
        return HostCases.of(answers, monitor);
    }

    @Override
    public Optional<CertificateSource> with(List<Path> more) {
        return Optional.empty();
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public void keepIn(SessionWorkspace session) throws IOException {
        SavedEvidence.save(answers, session);
        HostWork.keepCommands(hosts, session);
    }
}
