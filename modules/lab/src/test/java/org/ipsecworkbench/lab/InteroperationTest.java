package org.ipsecworkbench.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.lab.testing.Outside;
import org.ipsecworkbench.lab.testing.Outside.Ran;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that nobody here wrote, pywinrm and Ansible of Debian, drive the lab by NTLM with sealed messages. */
class InteroperationTest {
    private static final String ANSIBLE = "/usr/bin/ansible";
    private static final String PYTHON = "/usr/bin/python3";
    private static final char[] PASSWORD = "korrektes Pferd".toCharArray();

    /** NTLM needs MD4, which OpenSSL has in its legacy provider only. */
    private static final String OPENSSL = """
            openssl_conf = init
            [init]
            providers = providers
            [providers]
            default = on
            legacy = on
            [on]
            activate = 1
            """;

    private static final String SCRIPT = """
            import os, sys, winrm
            authority = os.environ['REQUESTS_CA_BUNDLE']
            endpoint, password, encryption = sys.argv[1:4]
            host = winrm.Protocol(endpoint=endpoint, transport='ntlm', username='LAB\\\\Administrator',
                password=password, message_encryption=encryption, ca_trust_path=authority,
                operation_timeout_sec=2, read_timeout_sec=20)
            shell = host.open_shell(codepage=65001)
            for line in sys.argv[4:]:
                command = host.run_command(shell, line)
                out, err, code = host.get_command_output(shell, command)
                host.cleanup_command(shell, command)
                sys.stdout.buffer.write(b'%d|' % code + out + b'|' + err + b'\\n')
            host.close_shell(shell)
            """;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void needsPywinrm() throws Exception {
        boolean isThere = Files.isExecutable(Path.of(PYTHON))
                && run(List.of(PYTHON, "-c", "import winrm")).code() == 0;
        assumeTrue(isThere, "no pywinrm: install python3-winrm");
        Files.writeString(folder.resolve("openssl.cnf"), OPENSSL);
        Files.writeString(folder.resolve("client.py"), SCRIPT);
    }

    private static Ran run(List<String> command) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(
                "HOME", folder.toString(),
                "OPENSSL_CONF", folder.resolve("openssl.cnf").toString(),
                "REQUESTS_CA_BUNDLE", folder.resolve("authority.pem").toString());
        return Outside.run(folder, environment, "", command);
    }

    private static Ran client(String endpoint, String password, String encryption, String... lines) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(PYTHON, folder.resolve("client.py").toString()));
        command.addAll(List.of(endpoint, password, encryption));
        command.addAll(List.of(lines));
        return run(command);
    }

    private static Lab lab(String scenario) throws IOException {
        return Lab.start(Scenario.find(scenario).orElseThrow(), "Administrator", PASSWORD, 0);
    }

    private static String http(Lab lab, int host) {
        return "http://127.0.0.1:" + lab.hosts().get(host).port() + "/wsman";
    }

    @Test
    void sealedCommandsRun() throws Exception {
        try (Lab lab = lab("psk-mismatch")) {
            Ran ran = client(http(lab, 0), new String(PASSWORD), "always", "hostname", "nothing", "sc query IKEEXT");
            assertEquals(0, ran.code(), ran.output());
            assertTrue(ran.output().startsWith("0|SRV1\r\n|\n1||'nothing' is not recognized"), ran.output());
            assertTrue(ran.output().contains("STATE              : 4  RUNNING"), ran.output());
            assertEquals(0, lab.open(), "the client closed its shell");
        }
    }

    @Test
    void whatItChangesHasAnEffect() throws Exception {
        try (Lab lab = lab("psk-mismatch")) {
            Ran ran = client(
                    http(lab, 1),
                    new String(PASSWORD),
                    "always",
                    "netsh advfirewall consec set rule name=Servers new auth1psk=lab-key-correct",
                    "netsh advfirewall monitor show qmsa");
            assertEquals(0, ran.code(), ran.output());
            assertTrue(ran.output().contains("ESP:SHA1-AES128"), ran.output());
        }
    }

    @Test
    void lettersBeyondAsciiArrive() throws Exception {
        try (Lab lab = lab("old-and-new")) {
            Ran ran = client(http(lab, 1), new String(PASSWORD), "always", "nothing");
            assertEquals(0, ran.code(), ran.output());
            assertTrue(ran.output().contains("認識されていません"), ran.output());
        }
    }

    @Test
    void itPollsWhereACommandIsSilent() throws Exception {
        try (Lab lab = lab("all-well")) {
            Ran ran = client(
                    http(lab, 0),
                    new String(PASSWORD),
                    "always",
                    "powershell -Command \"Start-Sleep 3; Write-Host late\"");
            assertEquals(0, ran.code(), ran.output());
            assertTrue(ran.output().contains("0|late"), ran.output());
        }
    }

    @Test
    void httpsWorksTooAndItsCertificateIsGood() throws Exception {
        try (Lab lab = lab("all-well")) {
            Files.writeString(folder.resolve("authority.pem"), Lab.pem(lab.authority()));
            String endpoint = "https://127.0.0.1:" + lab.hosts().get(0).tlsPort() + "/wsman";
            Ran ran = client(endpoint, new String(PASSWORD), "auto", "ver");
            assertEquals(0, ran.code(), ran.output());
            assertTrue(ran.output().contains("10.0.17763"), ran.output());
        }
    }

    @Test
    void ansibleRunsCommandsThroughPowershell() throws Exception {
        assumeTrue(Files.isExecutable(Path.of(ANSIBLE)), "no ansible: install ansible-core");
        Path inventory = folder.resolve("hosts.ini");
        try (Lab lab = lab("psk-mismatch")) {
            Files.writeString(
                    inventory,
                    "[all:vars]\nansible_connection=winrm\nansible_winrm_scheme=http\n"
                            + "ansible_winrm_transport=ntlm\nansible_winrm_message_encryption=always\n"
                            + "ansible_user=LAB\\Administrator\nansible_password=" + new String(PASSWORD) + "\n[all]\n"
                            + "SRV1 ansible_host=127.0.0.1 ansible_port="
                            + lab.hosts().get(0).port() + "\n"
                            + "SRV2 ansible_host=127.0.0.1 ansible_port="
                            + lab.hosts().get(1).port() + "\n");
            Ran ran = run(List.of(ANSIBLE, "all", "-i", inventory.toString(), "-m", "raw", "-a", "hostname"));
            assertEquals(0, ran.code(), ran.output());
            assertTrue(ran.output().contains("SRV1 | CHANGED | rc=0 >>\nSRV1"), ran.output());
            assertTrue(ran.output().contains("SRV2 | CHANGED | rc=0 >>\nSRV2"), ran.output());
            Ran failed = run(List.of(ANSIBLE, "SRV1", "-i", inventory.toString(), "-m", "raw", "-a", "net stop x"));
            assertTrue(failed.output().contains("SRV1 | FAILED | rc=2"), failed.output());
        }
    }

    @Test
    void plainMessagesAreRefusedOverHttp() throws Exception {
        try (Lab lab = lab("all-well")) {
            Ran ran = client(http(lab, 0), new String(PASSWORD), "never", "ver");
            assertTrue(ran.code() != 0 && ran.output().contains("500"), ran.output());
        }
    }

    @Test
    void aWrongPasswordIsRejected() throws Exception {
        try (Lab lab = lab("all-well")) {
            Ran ran = client(http(lab, 0), "wrong", "always", "ver");
            assertTrue(ran.code() != 0 && ran.output().contains("credentials were rejected"), ran.output());
        }
    }
}
