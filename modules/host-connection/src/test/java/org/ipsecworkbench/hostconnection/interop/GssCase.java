package org.ipsecworkbench.hostconnection.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.ipsecworkbench.hostconnection.AuthenticationMethod;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.Timeouts;
import org.ipsecworkbench.hostconnection.Transcript;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Starts acceptors of GSS-API and a KDC of MIT Kerberos, all on loopback. */
abstract class GssCase {
    static final String PASSWORD = "Geheim-1234567";
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final String KRB5_CONF = "java.security.krb5.conf";

    @TempDir
    Path folder;

    /** For HTTPS. */
    @Nullable
    Path authorities;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void stop() throws IOException, InterruptedException {
        System.clearProperty(KRB5_CONF);
        for (Process process : processes) {
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private Path script(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = GssCase.class.getResourceAsStream(name)) {
            Files.write(file, present(in).readAllBytes());
        }
        return file;
    }

    private static InputStream present(InputStream in) {
        assertNotNull(in);
        return in;
    }

    /** Starts a program and reads the first line that it prints. */
    private String start(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(folder.resolve("stderr" + processes.size()).toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        processes.add(process);
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        assertNotNull(line, () -> String.join(" ", command) + " did not start: " + errors());
        return line;
    }

    private String errors() {
        try {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < processes.size(); i++) {
                all.append(Files.readString(folder.resolve("stderr" + i)));
            }
            return all.toString();
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Arguments: none for HTTP; the file of a certificate with its key, and what it is bound to in hex, for HTTPS. */
    HostAddress acceptor(String host, Map<String, String> environment, String... arguments) throws Exception {
        Process probe = new ProcessBuilder(PYTHON.toString(), "-c", "import gssapi")
                .redirectErrorStream(true)
                .start();
        probe.getInputStream().readAllBytes();
        assumeTrue(probe.waitFor() == 0, "no acceptor: Debian's python3-gssapi is not installed");
        List<String> command =
                new ArrayList<>(List.of(PYTHON.toString(), script("acceptor.py").toString()));
        command.addAll(List.of(arguments));
        String port = start(environment, command.toArray(String[]::new));
        return HostAddress.parse((arguments.length == 0 ? "winrm://" : "winrms://") + host + ":" + port);
    }

    HostAddress ntlmAcceptor() throws Exception {
        assumeTrue(
                Files.exists(Path.of("/etc/gss/mech.d/mech.ntlmssp.conf")),
                "no NTLM acceptor: Debian's gss-ntlmssp is not installed");
        Path users = Files.writeString(folder.resolve("users"), "LAB:alice:" + PASSWORD + "\n");
        return acceptor("127.0.0.1", Map.of("NTLM_USER_FILE", users.toString()));
    }

    /** Starts a KDC; accepts any clock that is less than that many seconds off, and none below 0. */
    void startKdc(int skew) throws IOException {
        assumeTrue(
                Files.exists(Path.of("/usr/sbin/krb5kdc")) && Files.exists(Path.of("/usr/sbin/kadmin.local")),
                "no KDC: Debian's krb5-kdc and krb5-admin-server are not installed");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String script = script("kdc.sh").toString();
        start(Map.of(), "bash", script, folder.toString(), Integer.toString(port), Integer.toString(skew));
        System.setProperty(KRB5_CONF, krb5Conf());
    }

    String krb5Conf() {
        return folder.resolve("krb5.conf").toString();
    }

    HostAddress kerberosAcceptor(String host, String... arguments) throws Exception {
        String keys = folder.resolve("host.keytab").toString();
        return acceptor(host, Map.of("KRB5_CONFIG", krb5Conf(), "KRB5_KTNAME", keys), arguments);
    }

    private ConnectionOptions by(AuthenticationMethod method) {
        return new ConnectionOptions(method, authorities, "", Timeouts.DEFAULT);
    }

    static Credentials alice(String user, String password) {
        return Credentials.password(user, password.toCharArray());
    }

    void assertRuns(HostAddress address, Credentials credentials, AuthenticationMethod method) {
        try (credentials;
                HostConnection connection = HostConnection.open(address, credentials, by(method))) {
            for (int i = 0; i < 3; i++) {
                Transcript transcript = connection.run(RemoteCommand.program("netsh", "wfp", "show", "äöü 語"));
                assertEquals("ran netsh wfp show &quot;äöü 語&quot;", transcript.outputText());
                assertEquals(OptionalInt.of(7), transcript.ending().exitCode());
            }
        } catch (ConnectionException e) {
            throw new AssertionError(e.failure() + "\n" + errors(), e);
        }
    }

    void assertFails(FailureCause expected, HostAddress address, Credentials credentials, AuthenticationMethod method) {
        ConnectionException e = assertThrows(
                ConnectionException.class,
                () -> HostConnection.open(address, credentials, by(method)).close());
        assertEquals(expected, e.failure().cause(), () -> e.failure() + "\n" + errors());
    }
}
