package org.ipsecworkbench.diagnosis.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.ipsecworkbench.diagnosis.CollectListener;
import org.ipsecworkbench.diagnosis.Collector;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.Fleet;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.RemoteCommand;

/**
 * Collects all that a diagnosis needs from 1,000 simulated hosts whose replies wait for 20 ms, three times, and compares the time
 * with what round trips and the bound on concurrency allow; then one command after another on one host. Fewer hosts may be given as
 * the argument.
 *
 * <p>Run by {@code mvn -Dbenchmark=diagnosis verify -pl modules/diagnosis -am}; the hosts share the machine, in a process of their own.
 */
public final class FleetBenchmark {
    private static final int HOSTS = 1000;
    private static final int RUNS = 3;
    private static final int LATENCY_MILLIS = 20;
    private static final int COMMANDS = 200;

    /** Identify, what the host offers, NTLM's two messages, Create, and Delete at the end. */
    private static final int TRIPS_OF_HOST = 6;

    /** Command, one Receive, Signal. */
    private static final int TRIPS_OF_COMMAND = 3;

    private FleetBenchmark() {}

    /** How many hosts, or no argument. */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length == 0 ? HOSTS : Integer.parseInt(arguments[0]);
        char[] password = UUID.randomUUID().toString().toCharArray();
        Process hosts = fleet(count, password);
        try (BufferedReader said =
                        new BufferedReader(new InputStreamReader(hosts.getInputStream(), StandardCharsets.UTF_8));
                Credentials credentials = Credentials.password(said.readLine(), password)) {
            List<HostAddress> addresses = new ArrayList<>();
            while (addresses.size() < count) {
                addresses.add(HostAddress.parse("winrm://127.0.0.1:" + said.readLine()));
            }
            collect(addresses.subList(0, Fleet.MAX_HOSTS), credentials, "warm-up");
            for (int run = 1; run <= RUNS; run++) {
                collect(addresses, credentials, "run " + run);
            }
            commands(addresses.get(0), credentials);
        } finally {
            hosts.getOutputStream().close();
            hosts.waitFor();
        }
    }

    private static Process fleet(int count, char[] password) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx4g",
                        "-Xss256k",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SimulatedFleet.class.getName(),
                        Integer.toString(count),
                        Integer.toString(LATENCY_MILLIS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        OutputStream out = process.getOutputStream();
        out.write((new String(password) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return process;
    }

    private static void collect(List<HostAddress> addresses, Credentials credentials, String what)
            throws InterruptedException {
        List<Check> checks = Diagnosis.installedChecks();
        Map<HostAddress, HostEvidence> evidence = new ConcurrentHashMap<>();
        Fleet<HostAddress, HostEvidence> fleet = new Fleet<>(
                (address, cancellation) -> {
                    try (HostConnection host = HostConnection.open(address, credentials, ConnectionOptions.DEFAULT)) {
                        HostEvidence none = HostEvidence.none(address.toString(), true);
                        return Collector.collect(host, none, checks, CollectListener.NONE);
                    }
                },
                new Fleet.Listener<>() {
                    @Override
                    public void started(HostAddress host) {}

                    @Override
                    public void ended(HostAddress host, Fleet.Outcome<HostEvidence> outcome) {
                        HostEvidence result = outcome.result();
                        if (result == null || result.failure() != null) {
                            throw new IllegalStateException(host + ": " + outcome);
                        }
                        evidence.put(host, result);
                    }
                });
        long start = System.nanoTime();
        fleet.run(addresses);
        double seconds = (System.nanoTime() - start) / 1e9;
        long commands = evidence.values().stream()
                .mapToLong(host -> host.transcripts().size())
                .sum();
        long trips = TRIPS_OF_HOST * (long) addresses.size() + TRIPS_OF_COMMAND * commands;
        double bound = trips * LATENCY_MILLIS / 1000.0 / Fleet.MAX_HOSTS;
        System.out.printf(
                Locale.ROOT,
                "%s: %,d hosts, %,d commands, at least %,d round trips: %.1f s, bound %.1f s, %.2f times it;"
                        + " %.0f commands/s; heap %d MB after a collection, %d MB at most%n",
                what,
                addresses.size(),
                commands,
                trips,
                seconds,
                bound,
                seconds / bound,
                commands / seconds,
                usedMegabytes(),
                Runtime.getRuntime().totalMemory() >> 20);
    }

    private static long usedMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private static void commands(HostAddress address, Credentials credentials) throws Exception {
        try (HostConnection host = HostConnection.open(address, credentials, ConnectionOptions.DEFAULT)) {
            host.run(RemoteCommand.program("hostname"));
            long start = System.nanoTime();
            for (int i = 0; i < COMMANDS; i++) {
                host.run(RemoteCommand.program("hostname"));
            }
            double millis = (System.nanoTime() - start) / 1e6 / COMMANDS;
            double bound = TRIPS_OF_COMMAND * LATENCY_MILLIS;
            System.out.printf(
                    Locale.ROOT,
                    "one host: a command takes %.1f ms, %.1f ms over its %d round trips; %.1f commands/s%n",
                    millis,
                    millis - bound,
                    TRIPS_OF_COMMAND,
                    1000 / millis);
        }
    }
}
