package org.ipsecworkbench.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cloudsoft.winrm4j.client.PayloadEncryptionMode;
import io.cloudsoft.winrm4j.winrm.WinRmTool;
import io.cloudsoft.winrm4j.winrm.WinRmToolResponse;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.http.client.config.AuthSchemes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** winrm4j, a client in Java that nobody here wrote, drives the lab. */
@Timeout(120)
class WinRm4jTest {
    private static final String PASSWORD = "correct horse";

    /** What it builds upon says more than is of interest; held here, since loggers that nobody holds forget their level. */
    private static final List<Logger> TALKERS =
            List.of(Logger.getLogger("org.apache.cxf"), Logger.getLogger("javax.xml.soap"));

    private Lab lab;

    @BeforeAll
    static void beQuiet() {
        TALKERS.forEach(logger -> logger.setLevel(Level.SEVERE));
    }

    @BeforeEach
    void start() throws IOException {
        lab = Lab.start(Scenario.find("psk-mismatch").orElseThrow(), "Administrator", PASSWORD.toCharArray(), 0);
    }

    @AfterEach
    void stop() throws IOException {
        lab.close();
    }

    private WinRmTool tool(boolean isTls) {
        LabHost host = lab.hosts().get(0);
        return WinRmTool.Builder.builder("127.0.0.1", "LAB", "Administrator", PASSWORD)
                .authenticationScheme(AuthSchemes.NTLM)
                .payloadEncryptionMode(isTls ? PayloadEncryptionMode.OFF : PayloadEncryptionMode.REQUIRED)
                .disableCertificateChecks(true)
                .useHttps(isTls)
                .port(isTls ? host.tlsPort() : host.port())
                .build();
    }

    @Test
    void sealedCommandsRun() {
        WinRmToolResponse ran = tool(false).executeCommand("hostname");
        assertEquals("SRV1\r\n", ran.getStdOut());
        assertEquals(0, ran.getStatusCode());
        WinRmToolResponse failed = tool(false).executeCommand("frobnicate");
        assertEquals(1, failed.getStatusCode());
        assertTrue(failed.getStdErr().contains("frobnicate"), failed.getStdErr());
    }

    @Test
    void commandsRunOverHttps() {
        WinRmToolResponse ran = tool(true).executeCommand("netsh advfirewall consec show rule name=all");
        assertEquals(0, ran.getStatusCode());
        assertTrue(ran.getStdOut().contains("Servers"), ran.getStdOut());
    }
}
