package org.ipsecworkbench.lab.scenario;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.ipsecworkbench.lab.model.CertificateAuthority;
import org.ipsecworkbench.lab.model.Domain;
import org.ipsecworkbench.lab.model.LabNetwork;
import org.ipsecworkbench.lab.model.Language;
import org.ipsecworkbench.lab.model.StoredCertificate;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.model.WindowsVersion;
import org.ipsecworkbench.lab.program.CommandProcessor;
import org.ipsecworkbench.lab.program.DomainRule;
import org.ipsecworkbench.lab.program.Shell;
import org.ipsecworkbench.lab.program.Terminal;

/** Makes the network of a scenario by taking its steps one after the other. */
public final class Stage {
    private static final int UTF_8 = 65001;
    /** Why certificates are revoked here: for another one (RFC 5280, 5.3.1). */
    private static final int SUPERSEDED = 4;

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration YEAR = Duration.ofDays(365);

    private final String name;
    private final LabNetwork network;

    private Stage(String name, LabNetwork network) {
        this.name = name;
        this.network = network;
    }

    /**
     * Makes the network, with its hosts having talked.
     *
     * @throws IllegalArgumentException if a step cannot be taken; the message names its line
     */
    public static LabNetwork set(ScenarioFile scenario, Clock clock) {
        Stage stage = new Stage(scenario.name(), new LabNetwork(clock));
        synchronized (stage.network.lock()) {
            stage.network.hold(true);
            for (ScenarioFile.Step step : scenario.steps()) {
                try {
                    stage.take(step);
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(
                            scenario.name() + ", line " + step.line() + ": " + e.getMessage(), e);
                }
            }
            stage.network.hold(false);
            stage.network.settle();
        }
        return stage.network;
    }

    private void take(ScenarioFile.Step step) {
        String[] words = step.rest().split("\\s+", -1);
        switch (step.word()) {
            case "host" -> network.add(words[0], words[1], WindowsVersion.of(words[2]), Language.of(words[3]));
            case "on" ->
                run(host(words[0]), step.rest().substring(words[0].length()).strip());
            case "domain" ->
                domain(words[0], step.rest().substring(words[0].length()).strip());
            case "clock" -> host(words[0]).setClockOffset(Duration.parse(words[1]));
            case "certificate" -> certificate(host(words[0]), words[1]);
            case "revocation-list" -> network.domain().authority().setCrlReachable(!words[0].equals("unreachable"));
            case "firewall" -> host(words[0]).setBlocksIke(words[1].equals("drops-ike"));
            case "profile" -> host(words[0]).setProfile(words[1]);
            default -> throw new IllegalArgumentException(name + " knows no " + step.word());
        }
    }

    private WindowsHost host(String called) {
        WindowsHost host = network.host(called);
        if (host == null) {
            throw new IllegalArgumentException("no host " + called);
        }
        return host;
    }

    private void domain(String what, String rest) {
        Domain domain = network.domain();
        switch (what) {
            case "assign" -> domain.legacy().assign(rest);
            case "rule" -> domain.rules().add(DomainRule.read(rest));
            case "only-domain-rules" -> domain.setMergesLocalRules(false);
            case "disable" -> domain.disabled().add(host(rest).name());
            default -> throw new IllegalArgumentException("the domain has no " + what);
        }
    }

    private void certificate(WindowsHost host, String state) {
        StoredCertificate own = host.certificates().stream()
                .filter(stored -> stored.store().equals("My"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no certificate left"));
        if (state.equals("revoked")) {
            network.domain().authority().revoke(own.certificate(), network.now().minus(Duration.ofDays(2)), SUPERSEDED);
            return;
        }
        host.certificates().remove(own);
        switch (state) {
            case "missing" -> {
                // Nothing takes its place.
            }
            case "expired" -> issue(host, YEAR.multipliedBy(2), CertificateAuthority.EKU_IKE, true);
            case "not-yet-valid" -> issue(host, Duration.ofDays(-1), CertificateAuthority.EKU_IKE, true);
            case "keyless" -> issue(host, MONTH, CertificateAuthority.EKU_IKE, false);
            case "wrong-purpose" -> issue(host, MONTH, CertificateAuthority.EKU_CODE_SIGNING, true);
            case "of-user" -> host.userCertificates().add(own);
            default -> throw new IllegalArgumentException("a certificate is not " + state);
        }
    }

    private void issue(WindowsHost host, Duration age, String purpose, boolean withKey) {
        host.certificates().add(network.issue(host, network.now().minus(age), YEAR, purpose, withKey));
    }

    private static void run(WindowsHost host, String command) {
        Printed printed = new Printed();
        try {
            int code = new CommandProcessor(new Shell(host, "Administrator", UTF_8, Map.of())).run(command, printed);
            if (code != 0) {
                throw new IllegalArgumentException("exit code " + code + ", "
                        + printed.text.toString(StandardCharsets.UTF_8).strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what a step prints, for the case that it fails. */
    private static final class Printed implements Terminal {
        private final ByteArrayOutputStream text = new ByteArrayOutputStream();

        @Override
        public void write(Stream stream, byte[] bytes) {
            text.writeBytes(bytes);
        }

        @Override
        public byte[] read() {
            return new byte[0];
        }

        @Override
        public void pause(Duration time) {
            // A scenario is told, not lived through.
        }
    }
}
