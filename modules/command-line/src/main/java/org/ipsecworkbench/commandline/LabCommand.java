package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.ipsecworkbench.lab.Lab;
import org.ipsecworkbench.lab.LabHost;
import org.ipsecworkbench.lab.LabKeytab;
import org.ipsecworkbench.lab.LabPassword;
import org.ipsecworkbench.lab.Scenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ipsecwb lab}: runs simulated Windows hosts until it is stopped. */
@Command(
        description =
                "Run simulated Windows hosts, reached by WinRM on this machine, with IPsec that works or is broken."
                        + " Ctrl+C ends it.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:the hosts could not be started", "2:wrong usage"})
final class LabCommand implements Callable<Integer> {
    private static final int LAST_PORT = 65_535;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--list", description = "List the scenarios instead.")
    private boolean list;

    @Mixin
    private ScenarioOptions scenarios = new ScenarioOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The first of two ports per host, HTTP and HTTPS; default: any that are free.")
    private int port;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "The first line of this file is the password; default: one is made up and printed.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Write the certificate there by which clients can trust HTTPS of these hosts.")
    private @Nullable Path authority;

    @Option(
            names = "--client-certificate",
            paramLabel = "FILE",
            description =
                    "Write a certificate with its key there, PKCS #12 under the same password, by which the user can"
                            + " sign in over HTTPS.")
    private @Nullable Path clientCertificate;

    @Option(
            names = "--keytab",
            paramLabel = "FILE",
            description = "Accept tickets of Kerberos by the keys in this file.")
    private @Nullable Path keytab;

    @Option(
            names = "--principal",
            paramLabel = "NAME",
            description = "The service whose keys the keytab has, such as HTTP/localhost@LAB.TEST.")
    private String principal = "";

    @Option(names = "--user", paramLabel = "NAME", description = "Who may sign in; default: Administrator.")
    private String user = "Administrator";

    @Mixin
    private LabFaultOptions faults = new LabFaultOptions();

    @Override
    public Integer call() throws IOException {
        if (list) {
            Output.print(spec(), (out, colours) -> {
                for (Scenario scenario : Scenario.all()) {
                    out.write(scenario.name() + System.lineSeparator() + "  " + scenario.about()
                            + System.lineSeparator());
                }
            });
            return 0;
        }
        if (port < 0 || port > LAST_PORT) {
            throw usage("--port is a number from 0 to " + LAST_PORT + ".");
        }
        if ((keytab == null) != principal.isEmpty()) {
            throw usage("--keytab and --principal go together.");
        }
        if (!user.matches("[A-Za-z0-9._-]{1,64}")) {
            throw usage("--user is a name without domain: letters, digits, dots, hyphens and underscores.");
        }
        LabKeytab keys = keytab == null ? null : new LabKeytab(principal, keytab);
        Scenario scenario = scenarios.choose(spec(), "all-well");
        char[] password = passwordFile == null ? LabPassword.madeUp() : read(passwordFile);
        if (clientCertificate != null && !StandardCharsets.US_ASCII.newEncoder().canEncode(CharBuffer.wrap(password))) {
            throw usage("For --client-certificate the password has only letters of ASCII: Java writes no other.");
        }
        try (Lab lab = Lab.start(scenario, user, password, port, keys)) {
            faults.apply(spec(), lab);
            CountDownLatch stopped = new CountDownLatch(1);
            Interruption.endsOnly(stopped::countDown);
            if (authority != null) {
                Files.writeString(authority, Lab.pem(lab.authority()));
            }
            if (clientCertificate != null) {
                Files.write(clientCertificate, lab.clientCertificate(password));
            }
            tell(lab, scenario, passwordFile == null ? password : null);
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            err().println("ipsecwb: The simulated hosts could not be started: " + Messages.of(e)
                    + ". Another --port may help.");
            return 1;
        } finally {
            Arrays.fill(password, '\0');
        }
        return 0;
    }

    private void tell(Lab lab, Scenario scenario, char @Nullable [] shown) throws IOException {
        Output.print(spec(), (out, colours) -> {
            PrintWriter lines = new PrintWriter(out);
            lines.println("SIMULATED hosts: " + scenario.title());
            lines.println("  " + scenario.about());
            lines.println();
            for (LabHost host : lab.hosts()) {
                lines.println("  " + host.name() + "  simulated " + host.system() + ", " + host.language() + ", "
                        + host.address());
                lines.println("    http://" + host.winrm().urlHost() + ":" + host.port() + "/wsman");
                lines.println("    https://" + host.winrms().urlHost() + ":" + host.tlsPort() + "/wsman");
            }
            lines.println();
            lines.println("  user      " + lab.user() + ", by NTLM" + (keytab == null ? "" : ", or by Kerberos")
                    + (clientCertificate == null ? "" : ", or by the certificate in " + clientCertificate));
            lines.print("  password  ");
            if (shown == null) {
                lines.println("the first line of " + passwordFile);
            } else {
                lines.println(shown);
            }
            lines.println();
            lines.println("Nothing here is a real host, and nothing was verified against one. Ctrl+C ends it.");
            lines.flush();
        });
    }

    private char[] read(Path file) {
        try (var lines = Files.newBufferedReader(file)) {
            String line = lines.readLine();
            if (line == null || line.isEmpty()) {
                throw usage("The first line of " + file + " is empty, and should be the password.");
            }
            return line.toCharArray();
        } catch (IOException e) {
            throw usage(Messages.of(e));
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec().commandLine(), message);
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        return spec;
    }

    private PrintWriter err() {
        return spec().commandLine().getErr();
    }
}
