package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.Timeouts;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.lab.Lab;
import org.ipsecworkbench.lab.LabHost;
import org.ipsecworkbench.lab.LabPassword;
import org.ipsecworkbench.lab.Scenario;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Which hosts are asked together: known ones, addresses, or those of the lab, which is started for it. */
final class HostTargets {
    private static final String USER = "Administrator";

    @Parameters(arity = "0..*", paramLabel = "HOST", description = KnownHostArgument.HELP)
    private List<String> hosts = new ArrayList<>();

    @Option(names = "--lab", description = "Simulated hosts instead; they are started for it.")
    private boolean lab;

    @Mixin
    private ScenarioOptions scenario = new ScenarioOptions();

    @Mixin
    private HostOptions options = new HostOptions();

    /** What is done with them while they can be asked. */
    interface Work {
        int with(List<DiagnosisTarget> targets) throws IOException, InterruptedException;
    }

    /** Whether any were named. */
    boolean areGiven() {
        return lab || !hosts.isEmpty();
    }

    /** Does the work, and takes the means to ask the hosts away after it. Gives what the work gives. */
    int run(CommandSpec spec, Work work) throws IOException, InterruptedException {
        if (lab != hosts.isEmpty()) {
            String what = lab ? "Give either hosts or --lab." : "Which hosts? Name them, or try --lab.";
            throw new ParameterException(spec.commandLine(), what);
        }
        return lab ? ofLab(spec, work) : ofHosts(spec, work);
    }

    private int ofLab(CommandSpec spec, Work work) throws IOException, InterruptedException {
        Scenario played = scenario.choose(spec, "psk-mismatch");
        char[] password = LabPassword.madeUp();
        try (Lab running = Lab.start(played, USER, password, 0);
                Credentials credentials = Credentials.password(running.user(), password)) {
            List<DiagnosisTarget> targets = new ArrayList<>();
            ConnectionOptions plain = new ConnectionOptions(null, null, "", Timeouts.DEFAULT, spec.qualifiedName());
            for (LabHost host : running.hosts()) {
                targets.add(new DiagnosisTarget(host.name(), host.winrm(), true, credentials, plain));
            }
            return work.with(targets);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private int ofHosts(CommandSpec spec, Work work) throws IOException, InterruptedException {
        List<KnownHost> known = new ArrayList<>();
        for (String host : hosts) {
            known.add(KnownHostArgument.find(spec, host));
        }
        Map<String, Credentials> ofUsers = new LinkedHashMap<>();
        try (VerboseTrail trail = options.trail(spec)) {
            List<DiagnosisTarget> targets = new ArrayList<>();
            for (int i = 0; i < known.size(); i++) {
                KnownHost host = known.get(i);
                // Whoever asks several hosts as one user is asked for the password once.
                String user = host.isRemote() ? host.user() : host.address().scheme();
                Credentials credentials = ofUsers.get(user);
                if (credentials == null) {
                    credentials = options.credentials(spec, host);
                    ofUsers.put(user, credentials);
                }
                targets.add(new DiagnosisTarget(
                        name(hosts.get(i), host, known),
                        host.address(),
                        false,
                        credentials,
                        options.connection(spec, host)));
            }
            return work.with(targets);
        } finally {
            ofUsers.values().forEach(Credentials::close);
        }
    }

    /** A known host's own name; else that of the machine, with the port where several are reached by the same one. */
    private static String name(String argument, KnownHost host, List<KnownHost> all) {
        HostAddress address = host.address();
        if (!argument.contains(":")) {
            return host.name();
        }
        if (address.host().isEmpty()) {
            return address.scheme();
        }
        long alike = all.stream()
                .filter(one -> one.address().host().equals(address.host()))
                .count();
        return alike == 1 ? address.host() : address.host() + ":" + address.port();
    }
}
