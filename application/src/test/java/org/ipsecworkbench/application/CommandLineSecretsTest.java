package org.ipsecworkbench.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.kerberos.KerberosKey;
import javax.security.auth.kerberos.KerberosPrincipal;
import javax.security.auth.kerberos.KeyTab;
import org.apache.kerby.kerberos.kerb.server.SimpleKdcServer;
import org.ipsecworkbench.lab.Lab;
import org.ipsecworkbench.lab.LabHost;
import org.ipsecworkbench.lab.LabKeytab;
import org.ipsecworkbench.lab.Scenario;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged command line signs in by password, keytab and certificate, and all that it prints and leaves on the disk is looked
 * through for the passwords and keys.
 */
@Timeout(300)
class CommandLineSecretsTest {
    private static final String PASSWORD = "Geheim-\u00e4\u00f6\u00fc-4711";
    private static final String FILE_PASSWORD = "Schluessel-8899-p12";
    private static final String WRONG = "Falsch-0815-geraten";
    private static final String USER = "alice@LAB.TEST";
    private static final String SERVICE = "HTTP/localhost@LAB.TEST";

    /** Secrets are given by files here, through which nobody looks. */
    @TempDir
    private Path given;

    /** All that is left lies here. */
    @TempDir
    private Path left;

    private final SimpleKdcServer kdc = newKdc();
    private final SecretWalk walk =
            new SecretWalk().with(PASSWORD).with(FILE_PASSWORD).with(WRONG);
    private Lab lab;

    private static SimpleKdcServer newKdc() {
        try {
            return new SimpleKdcServer();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void start() throws Exception {
        kdc.setWorkDir(given.toFile());
        kdc.setKdcRealm("LAB.TEST");
        kdc.setKdcHost("localhost");
        kdc.setAllowUdp(false);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            kdc.setKdcTcpPort(free.getLocalPort());
        }
        kdc.init();
        kdc.start();
        kdc.createPrincipal(USER, PASSWORD);
        kdc.createPrincipal(SERVICE);
        kdc.exportPrincipal(USER, given.resolve("alice.keytab").toFile());
        kdc.exportPrincipal(SERVICE, given.resolve("service.keytab").toFile());
        LabKeytab keys = new LabKeytab(SERVICE, given.resolve("service.keytab"));
        lab = Lab.start(Scenario.find("psk-mismatch").orElseThrow(), "alice", PASSWORD.toCharArray(), 0, keys);
        Files.write(given.resolve("client.p12"), lab.clientCertificate(FILE_PASSWORD.toCharArray()));
        Files.writeString(given.resolve("authority.pem"), Lab.pem(lab.authority()));
        for (String password : List.of(PASSWORD, FILE_PASSWORD, WRONG)) {
            Files.writeString(given.resolve(password), password + "\n");
        }
        KeyTab table = KeyTab.getInstance(
                new KerberosPrincipal(USER), given.resolve("alice.keytab").toFile());
        for (KerberosKey key : table.getKeys(new KerberosPrincipal(USER))) {
            walk.with("key " + key.getKeyType(), key.getEncoded());
        }
    }

    @AfterEach
    void stop() throws Exception {
        lab.close();
        kdc.stop();
    }

    /** What it prints is left, too. */
    private void run(int exit, String... arguments) throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put("IPSECWB_NO_BUILD", "1");
        environment.put("IPSECWB_USERDIR", left.resolve("userdir").toString());
        environment.put("HOME", left.toString());
        environment.put("JAVA_TOOL_OPTIONS", "-Djava.security.krb5.conf=" + given.resolve("krb5.conf"));
        List<String> command = new ArrayList<>(List.of("bash", "-c", "\"$0\" \"$@\" > out-$$"));
        command.add(Path.of(System.getProperty("ipsecwb.top"), "ipsecwb").toString());
        command.addAll(List.of(arguments));
        Run run = Run.of(left, environment, command, 120);
        assertEquals(exit, run.exit(), run.err());
        Files.writeString(Files.createTempFile(left, "err-", ""), run.err());
    }

    private void keepsItsSecrets(String name, String... signIn) throws Exception {
        List<String> address = List.of(signIn);
        for (List<String> begin : List.of(
                List.of("host", "test", "--verbose"),
                List.of("host", "run", "--verbose", "--record", name + "-transcripts"),
                List.of("collect", "--verbose", "--output", name + ".ipsecwb"))) {
            List<String> all = new ArrayList<>(begin);
            all.addAll(address);
            if (begin.contains("run")) {
                all.addAll(List.of("--", "whoami"));
            }
            run(0, all.toArray(String[]::new));
        }
        for (String format : List.of("html", "json", "pdf")) {
            run(3, "diagnose", "--session", name + ".ipsecwb", "--format", format, "--output", name + "." + format);
        }
    }

    @Test
    void noSecretIsPrintedOrLeft() throws Exception {
        LabHost host = lab.hosts().get(0);
        String plain = "winrm://localhost:" + host.port();
        String https = "winrms://localhost:" + host.tlsPort();
        String authority = given.resolve("authority.pem").toString();
        keepsItsSecrets(
                "password",
                "--user",
                lab.user(),
                "--auth",
                "ntlm",
                "--password-file",
                given.resolve(PASSWORD).toString(),
                plain);
        keepsItsSecrets(
                "keytab",
                "--user",
                USER,
                "--keytab",
                given.resolve("alice.keytab").toString(),
                "--auth",
                "kerberos",
                plain);
        keepsItsSecrets(
                "certificate",
                "--client-certificate",
                given.resolve("client.p12").toString(),
                "--ca",
                authority,
                "--password-file",
                given.resolve(FILE_PASSWORD).toString(),
                https);
        String wrong = given.resolve(WRONG).toString();
        run(1, "host", "test", "--user", lab.user(), "--auth", "ntlm", "--password-file", wrong, plain);
        run(
                1,
                "host",
                "test",
                "--user",
                lab.user(),
                "--auth",
                "basic",
                "--ca",
                authority,
                "--password-file",
                wrong,
                https);
        run(0, "session", "export", "password.ipsecwb", "--output", "exported");
        run(0, "session", "redact", "certificate.ipsecwb", "redacted.ipsecwb");

        walk.through(left);
        assertTrue(walk.files() > 50, "sessions, transcripts, reports: " + walk.files());
        assertEquals(List.of(), walk.found());
    }
}
