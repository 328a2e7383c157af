package org.ipsecworkbench.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ipsecworkbench.hostconnection.AuthenticationMethod;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.Timeouts;
import org.ipsecworkbench.lab.testing.Outside;
import org.ipsecworkbench.lab.testing.Outside.Ran;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The lab in a realm of MIT Kerberos: our client, pywinrm and Ansible sign in with tickets of its KDC. Debian's
 * python3-kerberos has no message sealing, so that pywinrm and Ansible come by HTTPS; that sealed messages have the layout of
 * Windows is shown by a client of MIT Kerberos.
 */
@Timeout(240)
class KerberosInteroperationTest {
    private static final String ANSIBLE = "/usr/bin/ansible";
    private static final String PYTHON = "/usr/bin/python3";
    private static final String PASSWORD = "Geheim-1234567";
    private static final String CONFIGURATION = "java.security.krb5.conf";

    /** It makes a realm with alice and HTTP/localhost, and serves it until its input ends. */
    private static final Path KDC =
            Path.of("../host-connection/src/test/resources/org/ipsecworkbench/hostconnection/interop/kdc.sh");

    private static final String SCRIPT = """
            import os, sys, winrm
            host = winrm.Protocol(endpoint=sys.argv[1], transport='kerberos', realm='LAB.TEST',
                ca_trust_path=os.environ['REQUESTS_CA_BUNDLE'], operation_timeout_sec=2, read_timeout_sec=20)
            shell = host.open_shell(codepage=65001)
            command = host.run_command(shell, 'whoami')
            out, err, code = host.get_command_output(shell, command)
            host.cleanup_command(shell, command)
            host.close_shell(shell)
            sys.stdout.buffer.write(b'%d|' % code + out + b'|' + err)
            """;

    @TempDir
    private static Path folder;

    private static Process kdc;
    private static Lab lab;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                Files.exists(Path.of("/usr/sbin/krb5kdc")) && Files.exists(Path.of("/usr/bin/kinit")),
                "no KDC: Debian's krb5-kdc, krb5-admin-server and krb5-user are not installed");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        kdc = new ProcessBuilder("bash", KDC.toString(), folder.toString(), Integer.toString(port))
                .redirectError(folder.resolve("kdc.err").toFile())
                .start();
        String ready =
                new BufferedReader(new InputStreamReader(kdc.getInputStream(), StandardCharsets.UTF_8)).readLine();
        assertEquals("ready", ready, () -> text("kdc.err"));
        System.setProperty(CONFIGURATION, folder.resolve("krb5.conf").toString());
        lab = Lab.start(
                Scenario.find("all-well").orElseThrow(),
                "alice",
                "not used".toCharArray(),
                0,
                new LabKeytab("HTTP/localhost@LAB.TEST", folder.resolve("host.keytab")));
        Files.writeString(folder.resolve("authority.pem"), Lab.pem(lab.authority()));
        Files.writeString(folder.resolve("client.py"), SCRIPT);
        Ran ticket = run(PASSWORD + "\n", List.of("kinit", "alice@LAB.TEST"));
        assertEquals(0, ticket.code(), ticket.output());
    }

    @AfterAll
    static void stop() throws Exception {
        System.clearProperty(CONFIGURATION);
        if (lab != null) {
            lab.close();
        }
        if (kdc != null) {
            kdc.getOutputStream().close();
            if (!kdc.waitFor(10, TimeUnit.SECONDS)) {
                kdc.destroyForcibly();
            }
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Ran run(String input, List<String> command) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(
                "HOME", folder.toString(),
                "KRB5_CONFIG", folder.resolve("krb5.conf").toString(),
                "KRB5CCNAME", "FILE:" + folder.resolve("tickets"),
                "REQUESTS_CA_BUNDLE", folder.resolve("authority.pem").toString());
        return Outside.run(folder, environment, input, command);
    }

    @Test
    void ourClientSealsWithTicketsOfMit() throws Exception {
        HostAddress address =
                HostAddress.parse("winrm://localhost:" + lab.hosts().get(0).port());
        ConnectionOptions options = new ConnectionOptions(AuthenticationMethod.KERBEROS, null, "", Timeouts.DEFAULT);
        try (Credentials credentials = Credentials.password("alice@LAB.TEST", PASSWORD.toCharArray());
                HostConnection host = HostConnection.open(address, credentials, options)) {
            assertEquals(
                    "lab\\alice",
                    host.run(RemoteCommand.program("whoami")).outputText().strip());
        }
    }

    /** In the layout that Windows has, which Python's bindings of MIT Kerberos write and demand. */
    @ParameterizedTest
    @ValueSource(strings = {"Kerberos", "Negotiate"})
    void mitKerberosSealsAndOpens(String scheme) throws Exception {
        assumeTrue(run("", List.of(PYTHON, "-c", "import gssapi")).code() == 0, "no GSS-API: install python3-gssapi");
        String port = Integer.toString(lab.hosts().get(0).port());
        String client = Path.of("src/test/resources/org/ipsecworkbench/lab/sealed_client.py")
                .toString();
        Ran ran = run("", List.of(PYTHON, client, port, scheme, "whoami"));
        assertEquals("lab\\alice\r\n", ran.output());
        assertEquals(0, lab.server(0).shells());
    }

    @Test
    void pywinrmSignsInWithATicket() throws Exception {
        assumeTrue(
                run("", List.of(PYTHON, "-c", "import winrm, kerberos")).code() == 0,
                "no pywinrm with Kerberos: install python3-winrm and python3-kerberos");
        String endpoint = "https://localhost:" + lab.hosts().get(0).tlsPort() + "/wsman";
        Ran ran = run("", List.of(PYTHON, folder.resolve("client.py").toString(), endpoint));
        assertEquals("0|lab\\alice\r\n|", ran.output());
    }

    @Test
    void ansibleSignsInWithATicket() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of(ANSIBLE))
                        && run("", List.of(PYTHON, "-c", "import winrm, kerberos"))
                                        .code()
                                == 0,
                "no Ansible with Kerberos: install ansible-core, python3-winrm and python3-kerberos");
        Path inventory = Files.writeString(
                folder.resolve("hosts.ini"),
                "[all:vars]\nansible_connection=winrm\nansible_winrm_scheme=https\n"
                        + "ansible_winrm_transport=kerberos\nansible_winrm_kinit_mode=manual\n"
                        + "ansible_winrm_ca_trust_path=" + folder.resolve("authority.pem")
                        + "\nansible_user=alice@LAB.TEST\n[all]\nSRV1 ansible_host=localhost ansible_port="
                        + lab.hosts().get(0).tlsPort() + "\n");
        Ran ran = run("", List.of(ANSIBLE, "all", "-i", inventory.toString(), "-m", "raw", "-a", "hostname"));
        assertEquals(0, ran.code(), ran.output());
        assertTrue(ran.output().contains("SRV1 | CHANGED | rc=0 >>\nSRV1"), ran.output());
    }
}
