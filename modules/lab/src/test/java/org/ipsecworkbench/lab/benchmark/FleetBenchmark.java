package org.ipsecworkbench.lab.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.ipsecworkbench.hostconnection.Cancellation;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.Fleet;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.OutputListener;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.lab.model.CertificateAuthority;
import org.ipsecworkbench.lab.model.LabNetwork;
import org.ipsecworkbench.lab.model.Language;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.model.WindowsVersion;
import org.ipsecworkbench.lab.winrm.Access;
import org.ipsecworkbench.lab.winrm.Account;
import org.ipsecworkbench.lab.winrm.Quotas;
import org.ipsecworkbench.lab.winrm.Switches;
import org.ipsecworkbench.lab.winrm.Tls;
import org.ipsecworkbench.lab.winrm.WinRmServer;

/**
 * 1,000 simulated hosts, each with a WinRM service of its own that answers 20 ms late, collected from by NTLM with sealed
 * messages, 64 at a time; beside the time that the round trips alone would take, and the heap. Then one host without latency,
 * for commands per second. Client and hosts share the process, its heap and its processors.
 *
 * <p>Run by {@code mvn -Pbenchmark -pl modules/lab -am verify}, on a machine that does nothing else.
 */
public final class FleetBenchmark {
    private static final int HOSTS = 1000;
    private static final int COMMANDS = 500;
    private static final Duration LATENCY = Duration.ofMillis(20);
    private static final char[] PASSWORD = "correct horse".toCharArray();

    /** What is collected from a host. */
    private static final List<RemoteCommand> COLLECTED = List.of(
            RemoteCommand.program("hostname"),
            RemoteCommand.program("sc", "queryex", "IKEEXT"),
            RemoteCommand.program("netsh", "advfirewall", "monitor", "show", "qmsa"),
            RemoteCommand.program("ipconfig", "/all"));

    private FleetBenchmark() {}

    /** No arguments. */
    public static void main(String[] arguments) throws Exception {
        List<WinRmServer> servers = new ArrayList<>();
        try {
            start(servers);
            commands(servers.get(0));
            servers.forEach(server -> server.set(Switches.NONE.withLatency(LATENCY)));
            fleet(servers);
        } finally {
            for (WinRmServer server : servers) {
                server.close();
            }
        }
    }

    private static void start(List<WinRmServer> servers) throws Exception {
        Instant now = Instant.now();
        Tls tls = Tls.of(CertificateAuthority.ofListeners("benchmark", "http://127.0.0.1/none.crl", now), now);
        Access access = new Access(new Account("Administrator", PASSWORD), tls, null);
        for (int i = 0; i < HOSTS; i++) {
            // A network for each: a thousand hosts in one would let a million pairs talk.
            WindowsHost host = new LabNetwork(Clock.systemUTC())
                    .add("SRV" + i, "10.57.0.10", WindowsVersion.SERVER_2019, Language.ENGLISH);
            servers.add(WinRmServer.start(host, access, Quotas.of(host.version()), 0));
        }
    }

    private static Credentials credentials() {
        return Credentials.password("LAB\\Administrator", PASSWORD);
    }

    private static HostAddress address(WinRmServer server) {
        return HostAddress.parse("winrm://127.0.0.1:" + server.port());
    }

    private static void commands(WinRmServer server) throws ConnectionException {
        try (Credentials credentials = credentials();
                HostConnection host = HostConnection.open(address(server), credentials, ConnectionOptions.DEFAULT)) {
            for (int run = 0; run < 3; run++) {
                long before = server.exchanges();
                long start = System.nanoTime();
                for (int i = 0; i < COMMANDS; i++) {
                    host.run(COLLECTED.get(0));
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        Locale.ROOT,
                        "one host: %,.0f commands a second, %.2f ms each, in %.1f round trips%n",
                        COMMANDS / seconds,
                        seconds * 1000 / COMMANDS,
                        (server.exchanges() - before) / (double) COMMANDS);
            }
        }
    }

    private static void fleet(List<WinRmServer> servers) throws InterruptedException {
        for (int run = 0; run < 3; run++) {
            long before = exchanges(servers);
            AtomicInteger good = new AtomicInteger();
            resetPeak();
            long start = System.nanoTime();
            try (Credentials credentials = credentials()) {
                new Fleet<>(
                                (WinRmServer server, Cancellation stop) -> collect(server, credentials, stop),
                                new Counter(good))
                        .run(servers);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long exchanges = exchanges(servers) - before;
            double bound = exchanges * LATENCY.toMillis() / 1000.0 / Fleet.MAX_HOSTS;
            System.out.printf(
                    Locale.ROOT,
                    "%,d of %,d hosts: %.2f s, %,d round trips, which alone take %.2f s: %.2f times; heap %,d MB at most%n",
                    good.get(),
                    HOSTS,
                    seconds,
                    exchanges,
                    bound,
                    seconds / bound,
                    peak() >> 20);
        }
    }

    private static int collect(WinRmServer server, Credentials credentials, Cancellation stop)
            throws ConnectionException {
        int bytes = 0;
        try (HostConnection host = HostConnection.open(address(server), credentials, ConnectionOptions.DEFAULT)) {
            for (RemoteCommand command : COLLECTED) {
                Transcript transcript = host.run(command, OutputListener.NONE, stop);
                bytes += transcript.output().length;
            }
        }
        return bytes;
    }

    private static long exchanges(List<WinRmServer> servers) {
        return servers.stream().mapToLong(WinRmServer::exchanges).sum();
    }

    private static void resetPeak() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    /** Counts the hosts that answered all. */
    private record Counter(AtomicInteger good) implements Fleet.Listener<WinRmServer, Integer> {
        @Override
        public void started(WinRmServer host) {
            // Only the end counts.
        }

        @Override
        public void ended(WinRmServer host, Fleet.Outcome<Integer> outcome) {
            if (outcome.result() != null) {
                good.incrementAndGet();
            } else {
                System.out.println(outcome.failure());
            }
        }
    }
}
