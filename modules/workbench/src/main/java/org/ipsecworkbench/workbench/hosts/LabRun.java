package org.ipsecworkbench.workbench.hosts;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ipsecworkbench.hostconnection.AuthenticationMethod;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.lab.Lab;
import org.ipsecworkbench.lab.LabHost;
import org.ipsecworkbench.lab.LabPassword;
import org.ipsecworkbench.lab.Scenario;
import org.jspecify.annotations.Nullable;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** The lab in the workbench: one scenario at a time, until it is stopped or the workbench ends. Safe for several threads. */
@Messages({
    "# {0} - host",
    "LBL_SimulatedHost={0} (simulated)",
    "# {0} - system",
    "# {1} - language",
    "# {2} - address",
    "# {3} - scenario",
    "# {4} - about",
    "MSG_SimulatedHost=Simulated: {0}, {1}, {2} in the scenario {3}.\n{4}",
    "# {0} - reason",
    "MSG_LabFailed=The simulated hosts could not be started: {0}"
})
final class LabRun {
    private static final Logger LOG = Logger.getLogger(LabRun.class.getName());
    private static final RequestProcessor WORKER = new RequestProcessor("Lab");
    private static final String USER = "Administrator";

    private static @Nullable Lab running;

    private LabRun() {}

    /** Starts a scenario in the background, in the place of the one that runs, and lists its hosts. */
    static void start(Scenario scenario) {
        WORKER.post(() -> {
            end();
            char[] password = LabPassword.madeUp();
            try {
                Lab lab = Lab.start(scenario, USER, password, 0);
                running = lab;
                List<KnownHost> hosts = lab.hosts().stream()
                        .map(host -> known(lab, host, scenario))
                        .toList();
                HostSecrets.get().setLab(hosts, Credentials.password(lab.user(), password));
                HostBook.get().setLab(hosts);
            } catch (IOException e) {
                DialogDisplayer.getDefault()
                        .notifyLater(new NotifyDescriptor.Message(
                                Bundle.MSG_LabFailed(String.valueOf(e.getMessage())), NotifyDescriptor.ERROR_MESSAGE));
            } finally {
                Arrays.fill(password, '\0');
            }
        });
    }

    /** Stops it in the background; its hosts are no longer listed. */
    static void stop() {
        WORKER.post(() -> {
            HostBook.get().setLab(List.of());
            HostSecrets.get().setLab(List.of(), null);
            end();
        });
    }

    /** Only the worker, which has one thread, knows what runs. */
    private static void end() {
        if (running != null) {
            try {
                running.close();
            } catch (IOException e) {
                LOG.log(Level.INFO, "a socket of the lab was not closed", e);
            }
            running = null;
        }
    }

    private static KnownHost known(Lab lab, LabHost host, Scenario scenario) {
        return new KnownHost(
                Bundle.LBL_SimulatedHost(host.name()),
                host.winrm(),
                AuthenticationMethod.NTLM,
                lab.user(),
                HostBook.LAB,
                List.of("simulated"),
                "",
                Bundle.MSG_SimulatedHost(
                        host.system(), host.language(), host.address(), scenario.title(), scenario.about()),
                List.of());
    }
}
