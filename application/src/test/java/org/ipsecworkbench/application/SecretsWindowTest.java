package org.ipsecworkbench.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signs in as a person would, in the window, and looks through all that this leaves on the disk for the passwords. */
class SecretsWindowTest {
    @Test
    void noPasswordIsLeftOnTheDisk() throws Exception {
        WindowSuite.run("secrets", "com.formdev.flatlaf.FlatLightLaf", SignInInside.class);
        Path work = Path.of(System.getProperty("all.clusters")).resolveSibling("windows-secrets");
        for (String file : List.of(
                "userdir0/var/log/messages.log", "home/known-hosts.ini", "home/case.ipsecwb", "home/report.html")) {
            assertTrue(Files.size(work.resolve(file)) > 100, file);
        }
        assertEquals(
                List.of(),
                new SecretWalk()
                        .with(HostsCase.PASSWORD)
                        .with(SignInInside.FILE_PASSWORD)
                        .with(SignInInside.WRONG)
                        .through(work)
                        .found());
    }
}
