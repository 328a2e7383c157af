package org.ipsecworkbench.lab;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.ipsecworkbench.lab.model.CertificateAuthority;
import org.ipsecworkbench.lab.model.LabNetwork;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.scenario.ScenarioFile;
import org.ipsecworkbench.lab.scenario.Stage;
import org.ipsecworkbench.lab.winrm.Access;
import org.ipsecworkbench.lab.winrm.Account;
import org.ipsecworkbench.lab.winrm.KerberosService;
import org.ipsecworkbench.lab.winrm.Quotas;
import org.ipsecworkbench.lab.winrm.Switches;
import org.ipsecworkbench.lab.winrm.Tls;
import org.ipsecworkbench.lab.winrm.WinRmServer;
import org.jspecify.annotations.Nullable;

/**
 * The simulated hosts of one scenario, with their WinRM services on loopback, until it is closed. Safe for several
 * threads.
 */
public final class Lab implements AutoCloseable {
    private final LabNetwork network;
    private final Access access;
    private final CertificateAuthority authority;
    private final List<WinRmServer> servers = new ArrayList<>();
    private final List<LabHost> hosts = new ArrayList<>();
    private volatile Switches switches = Switches.NONE;

    private Lab(LabNetwork network, Account account, @Nullable KerberosService kerberos) {
        this.network = network;
        // An authority of its own: the certificates of the simulated domain are part of the scenario.
        Instant now = Instant.now();
        this.authority = CertificateAuthority.ofListeners("IPsec Workbench lab", "http://127.0.0.1/none.crl", now);
        this.access = new Access(account, Tls.of(authority, now), kerberos);
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
        return start(scenario, user, password, port, null);
    }

    /**
     * The same with hosts that accept tickets of Kerberos too.
     *
     * @param keys of the service HTTP on this machine
     * @throws IOException if a port is taken, or the keys cannot be read
     */
    public static Lab start(Scenario scenario, String user, char[] password, int port, @Nullable LabKeytab keys)
            throws IOException {
        ScenarioFile file = Objects.requireNonNull(ScenarioFile.find(scenario.name()), scenario.name());
        String language = scenario.language();
        KerberosService kerberos = keys == null ? null : KerberosService.of(keys.principal(), keys.file());
        LabNetwork network = Stage.set(language.isEmpty() ? file : file.speaking(language), Clock.systemUTC());
        Lab lab = new Lab(network, new Account(user, password), kerberos);
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
        WinRmServer server = WinRmServer.start(host, access, Quotas.of(host.version()), port);
        servers.add(server);
        hosts.add(new LabHost(
                host.name(),
                host.address(),
                host.version().caption(),
                host.language().tag(),
                server.loopback(),
                server.port(),
                server.tlsPort()));
    }

    /** The hosts, in the order of the scenario. */
    public List<LabHost> hosts() {
        return List.copyOf(hosts);
    }

    /** The account by which all hosts are reached, with its domain. */
    public String user() {
        return "LAB\\" + access.account().user();
    }

    /** The certificate of the authority that HTTPS here is to be trusted by. */
    public X509Certificate authority() {
        return authority.root();
    }

    /**
     * A certificate by which the account can sign in over HTTPS, with its key, as a file of PKCS #12.
     *
     * @param password of the file
     */
    public byte[] clientCertificate(char[] password) {
        return access.tls().clientCertificate(access.account().user(), Instant.now(), password);
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

    /** From now on every reply of every host comes this much later. */
    public void setLatency(Duration latency) {
        set(switches.withLatency(latency));
    }

    /** From now on every connection is cut in the middle of the reply to its request of this number, from 1; 0 for none. */
    public void cutConnectionsAt(int request) {
        set(switches.cutting(request == 0 ? Switches.Cut.NEVER : Switches.Cut.IN_REPLY, request));
    }

    /**
     * From now on every message of this kind is answered by a fault.
     *
     * @param message Create, Command, Receive, Send, Signal or Delete; empty for none
     * @param code of WSManFault, such as 5 for access denied
     */
    public void answerByFault(String message, long code) {
        set(switches.faulting(message, code));
    }

    /** From now on a user may have so many shells on a host; 0 for what its release allows. */
    public void setShellQuota(int most) {
        set(switches.allowing(most));
    }

    private void set(Switches now) {
        switches = now;
        servers.forEach(server -> server.set(now));
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

    /** What HTTPS works with, for tests of this module. */
    Tls tls() {
        return access.tls();
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
        access.account().forget();
        if (failed != null) {
            throw failed;
        }
    }
}
