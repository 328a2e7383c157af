package org.ipsecworkbench.lab;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.ipsecworkbench.lab.model.CertificateAuthority;
import org.ipsecworkbench.lab.model.LabNetwork;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.scenario.ScenarioFile;
import org.ipsecworkbench.lab.scenario.Stage;
import org.ipsecworkbench.lab.winrm.Account;
import org.ipsecworkbench.lab.winrm.Quotas;
import org.ipsecworkbench.lab.winrm.Switches;
import org.ipsecworkbench.lab.winrm.Tls;
import org.ipsecworkbench.lab.winrm.WinRmServer;

/**
 * The simulated hosts of one scenario, with their WinRM services on loopback, until it is closed. Safe for several
 * threads.
 */
public final class Lab implements AutoCloseable {
    private final LabNetwork network;
    private final Account account;
    private final Tls tls;
    private final CertificateAuthority authority;
    private final List<WinRmServer> servers = new ArrayList<>();
    private final List<LabHost> hosts = new ArrayList<>();

    private Lab(LabNetwork network, Account account) {
        this.network = network;
        this.account = account;
        // An authority of its own: the certificates of the simulated domain are part of the scenario.
        Clock clock = Clock.systemUTC();
        this.authority =
                CertificateAuthority.ofListeners("IPsec Workbench lab", "http://127.0.0.1/none.crl", clock.instant());
        this.tls = Tls.of(authority, clock.instant());
    }

    /**
     * Starts the hosts of a scenario.
     *
     * @param user who may log on to every host, as an administrator of the domain LAB
     * @param password copied; whoever gives it zeroes it
     * @param port the first of two ports per host in a row, HTTP and HTTPS; 0 for any that are free
     * @throws IOException if a port is taken
     */
    public static Lab start(Scenario scenario, String user, char[] password, int port) throws IOException {
        ScenarioFile file = Objects.requireNonNull(ScenarioFile.find(scenario.name()), scenario.name());
        String language = scenario.language();
        LabNetwork network = Stage.set(language.isEmpty() ? file : file.speaking(language), Clock.systemUTC());
        Lab lab = new Lab(network, new Account(user, password));
        try {
            int next = port;
            for (WindowsHost host : network.hosts()) {
                lab.add(host, next);
                next = next == 0 ? 0 : next + 2;
            }
        } catch (IOException e) {
            lab.close();
            throw e;
        }
        return lab;
    }

    private void add(WindowsHost host, int port) throws IOException {
        WinRmServer server = WinRmServer.start(host, account, Quotas.of(host.version()), tls, port);
        servers.add(server);
        hosts.add(new LabHost(
                host.name(),
                host.address(),
                host.version().caption(),
                host.language().tag(),
                server.port(),
                server.tlsPort()));
    }

    /** The hosts, in the order of the scenario. */
    public List<LabHost> hosts() {
        return List.copyOf(hosts);
    }

    /** The account by which all hosts are reached, with its domain. */
    public String user() {
        return "LAB\\" + account.user();
    }

    /** The certificate of the authority that HTTPS here is to be trusted by. */
    public X509Certificate authority() {
        return authority.root();
    }

    /** A certificate as text that clients take for a file of authorities (RFC 7468). */
    public static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was made has an encoding", e);
        }
    }

    /** From now on every reply comes this much later. */
    public void setLatency(Duration latency) {
        servers.forEach(server -> server.set(Switches.NONE.withLatency(latency)));
    }

    /** How many connections and shells are open, over all hosts. */
    public int open() {
        return servers.stream()
                .mapToInt(server -> server.connections() + server.shells())
                .sum();
    }

    /** The network behind the hosts, for tests of this module. */
    LabNetwork network() {
        return network;
    }

    /** The service of a host, for tests of this module. */
    WinRmServer server(int index) {
        return servers.get(index);
    }

    /** Ends every command, closes every connection and forgets the password. */
    @Override
    public void close() throws IOException {
        IOException failed = null;
        for (WinRmServer server : servers) {
            try {
                server.close();
            } catch (IOException e) {
                failed = e;
            }
        }
        account.forget();
        if (failed != null) {
            throw failed;
        }
    }
}
