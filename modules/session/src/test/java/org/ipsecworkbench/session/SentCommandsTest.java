package org.ipsecworkbench.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.hostconnection.AuditRecord;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.hostconnection.TranscriptFile;
import org.ipsecworkbench.session.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentCommandsTest {
    @TempDir
    private Path folder;

    private HostConnection host() throws Exception {
        TranscriptFile.write(
                Samples.transcript("winrm://a", "hostname", "SRV1\r\n"), folder.resolve("1" + TranscriptFile.SUFFIX));
        TranscriptFile.write(
                Samples.transcript("winrm://a", "sc start IKEEXT", "STATE : 4 RUNNING\r\n"),
                folder.resolve("2" + TranscriptFile.SUFFIX));
        return HostConnection.open(
                HostAddress.parse("recorded:" + folder),
                Credentials.none(),
                ConnectionOptions.DEFAULT.withAction("a\ttest"));
    }

    private SessionWorkspace session() throws IOException {
        return SessionWorkspace.create(folder.resolve("journal"), Samples.empty());
    }

    private static List<String> trail(SessionWorkspace session, int number) throws IOException {
        EvidenceItem item = session.session().evidence(EvidenceKind.AUDIT_TRAIL).get(number);
        return Samples.text(session.evidence(item).open()).lines().toList();
    }

    @Test
    void everyCommandIsInTheTrailAndItsTranscriptInTheSession() throws Exception {
        try (AuditRecord record = AuditRecord.start();
                HostConnection host = host();
                SessionWorkspace session = session()) {
            Map<String, String> hosts = Map.of(host.address().toString(), "SRV1");
            Transcript answer = host.run(RemoteCommand.program("hostname"));
            Transcript change = host.run(RemoteCommand.program("sc", "start", "IKEEXT"));
            assertThrows(ConnectionException.class, () -> host.run(RemoteCommand.program("ver")));
            session.add(
                    EvidenceKind.TRANSCRIPT,
                    "SRV1",
                    answer.line(),
                    answer.started(),
                    new ByteArrayInputStream(TranscriptFile.bytes(answer)));
            SentCommands.keep(record, hosts, session);

            List<String> lines = trail(session, 0);
            assertEquals("time\thost\taction\tresult\tcommand", lines.get(0));
            assertEquals(answer.started() + "\t" + host.address() + "\ta test\texit code 0\thostname", lines.get(1));
            assertTrue(lines.get(2).endsWith("\texit code 0\tsc start IKEEXT"), lines.get(2));
            assertTrue(lines.get(3).contains("\tnot started: "), lines.get(3));
            assertEquals(4, lines.size());
            List<EvidenceItem> others = session.session().evidence(EvidenceKind.COMMAND);
            assertEquals(1, others.size(), "the answer is evidence already");
            assertEquals("SRV1", others.get(0).host());
            assertEquals(change.started(), others.get(0).takenAt());
            assertEquals(
                    "STATE : 4 RUNNING\r\n",
                    session.evidence(others.get(0)).transcript().outputText());
        }
    }

    @Test
    void whatIsInATrailIsNotAddedAgain() throws Exception {
        try (AuditRecord record = AuditRecord.start();
                HostConnection host = host();
                SessionWorkspace session = session()) {
            Map<String, String> hosts = Map.of(host.address().toString(), "SRV1");
            host.run(RemoteCommand.program("hostname"));
            SentCommands.keep(record, hosts, session);
            Session before = session.session();
            SentCommands.keep(record, hosts, session);
            assertEquals(before, session.session());
            host.run(RemoteCommand.program("hostname"));
            SentCommands.keep(record, hosts, session);
            assertEquals(2, trail(session, 1).size());
            assertEquals(2, session.session().evidence(EvidenceKind.COMMAND).size());
        }
    }

    @Test
    void commandsToOtherHostsAreNotInIt() throws Exception {
        try (AuditRecord record = AuditRecord.start();
                HostConnection host = host();
                SessionWorkspace session = session()) {
            host.run(RemoteCommand.program("hostname"));
            SentCommands.keep(record, Map.of("winrm://b", "SRV2"), session);
            assertEquals(List.of(), session.session().evidence());
        }
    }
}
