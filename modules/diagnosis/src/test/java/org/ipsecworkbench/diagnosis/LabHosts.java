package org.ipsecworkbench.diagnosis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

/** Collects from the simulated hosts of a scenario, over WinRM. */
final class LabHosts {
    private LabHosts() {}

    static List<HostEvidence> collect(String scenario, Collection<? extends Check> checks)
            throws IOException, ConnectionException {
        char[] password = "only for this test".toCharArray();
        List<HostEvidence> all = new ArrayList<>();
        try (Lab lab = Lab.start(Scenario.find(scenario).orElseThrow(), "Administrator", password, 0);
                Credentials credentials = Credentials.password(lab.user(), password)) {
            for (LabHost host : lab.hosts()) {
                HostAddress address = HostAddress.parse("winrm://127.0.0.1:" + host.port());
                ConnectionOptions options = new ConnectionOptions(null, null, "", Timeouts.DEFAULT);
                try (HostConnection connection = HostConnection.open(address, credentials, options)) {
                    all.add(Collector.collect(
                            connection, HostEvidence.none(host.name(), true), checks, CollectListener.NONE));
                }
            }
        }
        return all;
    }
}
