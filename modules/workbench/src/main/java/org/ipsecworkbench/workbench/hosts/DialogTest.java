package org.ipsecworkbench.workbench.hosts;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.hostconnection.CertificatePin;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.HostTest;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.jspecify.annotations.Nullable;
import org.openide.util.RequestProcessor;

/** The test of a connection that is still being described. For the event dispatch thread; asks the host in another. */
final class DialogTest {
    private static final RequestProcessor WORKER = new RequestProcessor("Connection test", 4, false);

    private final StepsPanel steps;
    private final HostForm form;
    private final Runnable changed;
    private @Nullable Credentials last;
    private int run;
    private boolean isRunning;

    /** Shows steps as they end, and tells when it begins and ends. */
    DialogTest(StepsPanel steps, HostForm form, Runnable changed) {
        this.steps = steps;
        this.form = form;
        this.changed = changed;
    }

    boolean isRunning() {
        return isRunning;
    }

    /** Begins; zeroes the password. Without one, that which is kept is tried. */
    void start(KnownHost host, char[] password) {
        isRunning = true;
        run++;
        int own = run;
        List<HostTest.Result> results = new ArrayList<>();
        steps.show(List.of(), false);
        changed.run();
        WORKER.post(() -> {
            Credentials credentials = credentials(host, password);
            Arrays.fill(password, '\0');
            HostTest.Report report = HostTest.run(
                    host.address(),
                    credentials,
                    host.connection(),
                    step -> SwingUtilities.invokeLater(() -> {
                        results.add(step);
                        show(own, List.copyOf(results), false);
                    }));
            SwingUtilities.invokeLater(() -> ended(own, host, credentials, report));
        });
    }

    private static Credentials credentials(KnownHost host, char[] password) {
        if (host.needsPassword() && password.length > 0) {
            return host.credentials(password);
        }
        Credentials kept = HostSecrets.get().find(host);
        return kept == null ? host.credentials(password) : kept;
    }

    private void show(int own, List<HostTest.Result> results, boolean hasEnded) {
        if (own == run) {
            steps.show(results, hasEnded);
        }
    }

    private void ended(int own, KnownHost host, Credentials credentials, HostTest.Report report) {
        show(own, report.results(), true);
        if (own != run) {
            return;
        }
        last = credentials;
        isRunning = false;
        changed.run();
        X509Certificate certificate = report.untrusted();
        if (certificate != null) {
            WORKER.post(() -> {
                if (CertificateDialog.isToBeTrusted(host, certificate)) {
                    SwingUtilities.invokeLater(() -> trusted(own, CertificatePin.of(certificate)));
                }
            });
        }
    }

    private void trusted(int own, String pin) {
        if (own == run) {
            form.trust(pin);
            start(form.host(), form.password());
        }
    }

    /** Whether this very password was tried for the host's user, and rejected. */
    boolean isRejected(KnownHost host, char[] password) {
        Credentials tried = last;
        if (tried == null || !tried.isRejected() || !tried.user().equals(host.usesCertificate() ? "" : host.user())) {
            return false;
        }
        char[] other = tried.copyPassword();
        boolean isSame = Arrays.equals(other, password);
        Arrays.fill(other, '\0');
        return isSame;
    }

    /** No more is shown. */
    void close() {
        run++;
    }
}
