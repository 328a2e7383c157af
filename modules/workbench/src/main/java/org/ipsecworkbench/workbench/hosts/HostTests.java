package org.ipsecworkbench.workbench.hosts;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ipsecworkbench.hostconnection.CertificatePin;
import org.ipsecworkbench.hostconnection.Fleet;
import org.ipsecworkbench.hostconnection.HostTest;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.HostWork;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** Tests the connections to hosts and keeps their states as it goes. */
@Messages({"# {0} - host or number of hosts", "LBL_TestingHosts=Testing the connection to {0}"})
final class HostTests implements Fleet.Listener<KnownHost, HostTest.Report> {
    private static final RequestProcessor WORKER = new RequestProcessor("Certificates");

    private final List<KnownHost> hosts;

    private HostTests(List<KnownHost> hosts) {
        this.hosts = hosts;
    }

    /** Begins, and returns. */
    static void start(List<KnownHost> hosts) {
        HostTests tests = new HostTests(hosts.stream().distinct().toList());
        String what = tests.hosts.size() == 1
                ? tests.hosts.get(0).name()
                : Formats.count(tests.hosts.size(), "host", "hosts");
        HostWork.start(
                Bundle.LBL_TestingHosts(what),
                tests.hosts,
                (host, credentials, options, cancellation) -> HostTest.run(
                        host.address(), credentials, options, step -> update(host, state -> state.with(step))),
                tests,
                tests::done);
    }

    @Override
    public void started(KnownHost host) {
        update(host, state -> HostState.testing());
    }

    @Override
    public void ended(KnownHost host, Fleet.Outcome<HostTest.Report> outcome) {
        HostTest.Report report = outcome.result();
        if (report != null) {
            update(host, state -> HostState.of(report));
        } else if (outcome.failure() != null) {
            HostState failed = HostState.of(outcome.failure());
            update(host, state -> failed);
        }
        HostBook.get().keepStates();
    }

    private static void update(KnownHost host, UnaryOperator<HostState> change) {
        HostBook.get().find(host.name()).ifPresent(entry -> entry.update(change));
    }

    /** A certificate is shown at once where one host was meant; of many, each when the user asks for it. */
    private void done() {
        if (hosts.size() == 1) {
            HostBook.get().find(hosts.get(0).name()).ifPresent(HostTests::lookAtCertificate);
        }
    }

    /** Shows the certificate that a host showed and that was not trusted, if it did so; once trusted, tests again. */
    static void lookAtCertificate(HostEntry entry) {
        HostTest.Report report = entry.state().report();
        X509Certificate certificate = report == null ? null : report.untrusted();
        if (certificate == null) {
            return;
        }
        KnownHost host = entry.host();
        WORKER.post(() -> {
            if (CertificateDialog.isToBeTrusted(host, certificate)) {
                KnownHost trusted = host.withPin(CertificatePin.of(certificate));
                HostBook.get().update(known -> known.with(List.of(trusted)));
                entry.set(trusted);
                start(List.of(trusted));
            }
        });
    }
}
