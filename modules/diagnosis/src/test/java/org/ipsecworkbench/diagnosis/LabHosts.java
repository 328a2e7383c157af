package org.ipsecworkbench.diagnosis;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.Timeouts;
import org.ipsecworkbench.lab.Lab;
import org.ipsecworkbench.lab.LabHost;
import org.ipsecworkbench.lab.Scenario;

/** The simulated hosts of a scenario, over WinRM. */
final class LabHosts implements AutoCloseable {
    private final List<Check> checks = Diagnosis.installedChecks();
    private final Lab lab;
    private final Credentials credentials;

    LabHosts(String scenario) throws IOException {
        this(Scenario.find(scenario).orElseThrow());
    }

    LabHosts(Scenario scenario) throws IOException {
        char[] password = "only for this test".toCharArray();
        lab = Lab.start(scenario, "Administrator", password, 0);
        credentials = Credentials.password(lab.user(), password);
    }

    HostConnection open(String name) throws ConnectionException {
        return open(host(name).winrm());
    }

    int port(String name) {
        return host(name).port();
    }

    private LabHost host(String name) {
        return lab.hosts().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What listens there leads to a host of the lab. */
    HostConnection openPort(int port) throws ConnectionException {
        return open(HostAddress.parse("winrm://127.0.0.1:" + port));
    }

    private HostConnection open(HostAddress address) throws ConnectionException {
        return HostConnection.open(
                address, credentials, new ConnectionOptions(null, null, "", Timeouts.DEFAULT, "test"));
    }

    Diagnosis diagnose() {
        List<HostEvidence> all =
                lab.hosts().parallelStream().map(host -> collect(host.name())).toList();
        return Diagnosis.of(all, List.of(), checks);
    }

    private HostEvidence collect(String name) {
        HostEvidence none = HostEvidence.none(name, true);
        try (HostConnection connection = open(name)) {
            return Collector.collect(connection, none, checks, CollectListener.NONE);
        } catch (ConnectionException e) {
            return none.failed(e.failure());
        }
    }

    /** What a host answered to a command. */
    static String answer(Diagnosis diagnosis, String host, Need need) {
        return diagnosis.scene().hosts().stream()
                .filter(one -> one.name().equals(host))
                .findFirst()
                .flatMap(one -> one.evidence().answer(need))
                .map(answer -> Objects.requireNonNull(answer.outputText()))
                .orElse("");
    }

    @Override
    public void close() throws IOException {
        credentials.close();
        lab.close();
    }
}
