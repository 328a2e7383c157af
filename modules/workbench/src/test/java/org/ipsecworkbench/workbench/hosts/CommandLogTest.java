package org.ipsecworkbench.workbench.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.ipsecworkbench.hostconnection.AuditTrail;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Ending;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.Transcript;
import org.junit.jupiter.api.Test;

class CommandLogTest {
    private final CommandLog log = new CommandLog();

    private void run(String host, String line, String output) {
        AuditTrail.Entry entry = new AuditTrail.Entry(Instant.EPOCH, host, "a test", line, "");
        log.sent(entry);
        log.ended(
                entry,
                new Transcript(
                        host,
                        line,
                        Instant.EPOCH,
                        Instant.EPOCH.plusMillis(1500),
                        Ending.exited(3),
                        output.getBytes(StandardCharsets.UTF_8),
                        new byte[0],
                        false,
                        StandardCharsets.UTF_8,
                        Optional.empty()));
    }

    private String text(String host) {
        return log.text(HostAddress.parse(host));
    }

    @Test
    void aCommandIsToldWithItsActionWhatItPrintedAndHowItEnded() {
        run("winrm://a", "hostname", "DC1");
        assertTrue(
                text("winrm://a").matches("(?s)1970-01-01 .*  a test\n> hostname\nDC1\nexit code 3, 3 B, 1.5 s\n\n"),
                text("winrm://a"));
        assertEquals("", text("winrm://b"));
    }

    @Test
    void whatWasNotStartedIsTold() {
        AuditTrail.Entry entry = new AuditTrail.Entry(Instant.EPOCH, "winrm://a", "", "line", "script");
        log.sent(entry);
        log.failed(entry, new Failure(ConnectionStep.SHELL, FailureCause.QUOTA, "No more shells.", "Wait."));
        assertTrue(text("winrm://a").contains("> script\nnot started: No more shells."), text("winrm://a"));
    }

    @Test
    void theOldestOfAHostGoFirst() {
        for (int i = 0; i < 10; i++) {
            run("winrm://a", "command-" + i, "x".repeat(60 << 10));
        }
        String text = text("winrm://a");
        assertTrue(text.length() <= CommandLog.MAX_HOST, () -> text.length() + " characters");
        assertTrue(text.contains("command-9"));
        assertFalse(text.contains("command-0"));
    }

    @Test
    void thenTheHostsThatWereAskedLongestAgo() {
        int hosts = 2 * CommandLog.MAX_ALL / (64 << 10);
        for (int i = 0; i < hosts; i++) {
            run("winrm://h" + i, "hostname", "x".repeat(63 << 10));
        }
        long kept = 0;
        for (int i = 0; i < hosts; i++) {
            kept += text("winrm://h" + i).length();
        }
        assertTrue(kept <= CommandLog.MAX_ALL, kept + " characters");
        assertEquals("", text("winrm://h0"));
        assertFalse(text("winrm://h" + (hosts - 1)).isEmpty());
    }
}
