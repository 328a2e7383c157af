package org.ipsecworkbench.lab.winrm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.ipsecworkbench.hostconnection.wsman.Envelope;
import org.ipsecworkbench.hostconnection.wsman.Fault;
import org.ipsecworkbench.hostconnection.wsman.Names;
import org.ipsecworkbench.hostconnection.wsman.ReceivedOutput;
import org.ipsecworkbench.hostconnection.wsman.ShellMessages;
import org.ipsecworkbench.lab.model.Language;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.model.WindowsVersion;
import org.ipsecworkbench.lab.program.CommandProcessor;
import org.ipsecworkbench.lab.program.Shell;
import org.ipsecworkbench.lab.testing.Networks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShellServiceTest {
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final WindowsHost host = Networks.single(WindowsVersion.SERVER_2019, Language.ENGLISH);
    private final ShellService service =
            new ShellService(host, new Quotas(10, 2, 2, 20_000, Duration.ofHours(1)), Thread::new);
    private final ShellMessages messages = new ShellMessages("http://127.0.0.1:5985/wsman", 153_600, PATIENCE);

    @AfterEach
    void close() {
        service.close();
    }

    private Envelope ask(Envelope request) throws IOException, ShellFault {
        return Envelope.read(WsmanReply.envelope(
                host, request, request.action() + "Response", service.reply(request, "Administrator")));
    }

    private long code(Envelope request) throws IOException {
        ShellFault fault = assertThrows(ShellFault.class, () -> service.reply(request, "Administrator"));
        Envelope reply = Envelope.read(WsmanReply.envelope(host, request, "fault", fault.body("en-US")));
        return Fault.of(reply).orElseThrow().code();
    }

    private String shell() throws IOException, ShellFault {
        return ask(messages.create(Map.of("WINRS_CODEPAGE", "65001")))
                .body()
                .find(Names.SHELL, "ShellId")
                .orElseThrow()
                .text();
    }

    private ShellMessages.CommandKey start(String shell, String line) throws IOException, ShellFault {
        String command = ask(messages.command(shell, line, Map.of()))
                .body()
                .find(Names.SHELL, "CommandId")
                .orElseThrow()
                .text();
        return new ShellMessages.CommandKey(shell, command);
    }

    @Test
    void aSilentCommandIsToldByItsCode() throws Exception {
        ShellMessages.CommandKey key = start(shell(), "powershell -Command Start-Sleep 30");
        assertEquals(2150858793L, code(messages.receive(key, PATIENCE)));
        ask(messages.signal(key, Names.TERMINATE));
        assertEquals(2150858843L, code(messages.receive(key, PATIENCE)));
    }

    @Test
    void shellsAndCommandsHaveTheirQuotas() throws Exception {
        String first = shell();
        shell();
        assertEquals(2150859173L, code(messages.create(Map.of())));
        ask(messages.delete(first));
        String third = shell();
        start(third, "ping -t 127.0.0.1");
        start(third, "ping -t 127.0.0.1");
        assertEquals(2150859174L, code(messages.command(third, "ver", Map.of())));
    }

    @Test
    void aShellThatWasDeletedIsUnknown() throws Exception {
        String shell = shell();
        ask(messages.delete(shell));
        assertEquals(2150858843L, code(messages.delete(shell)));
        assertEquals(2150858843L, code(messages.command(shell, "ver", Map.of())));
        assertEquals(0, service.shells());
    }

    @Test
    void inputReachesTheProgram() throws Exception {
        ShellMessages.CommandKey key = start(shell(), "more");
        ask(messages.send(key, "some ".getBytes(StandardCharsets.UTF_8), false));
        ask(messages.send(key, "text".getBytes(StandardCharsets.UTF_8), true));
        assertEquals("some text", output(key));
    }

    @Test
    void envelopesStayInsideTheirSize() throws Exception {
        String shell = shell();
        output(start(shell, "fsutil file createnew C:\\f 100000"));
        ShellMessages.CommandKey key = start(shell, "type C:\\f");
        int bytes = 0;
        boolean isDone = false;
        while (!isDone) {
            Envelope reply = ask(messages.receive(key, PATIENCE));
            assertTrue(reply.toBytes().length <= 20_000);
            ReceivedOutput output = ReceivedOutput.read(reply, key.command());
            bytes += output.pieces().stream()
                    .mapToInt(piece -> piece.bytes().length)
                    .sum();
            isDone = output.isDone();
        }
        assertEquals(100_000, bytes);
    }

    @Test
    void eachCommandIsAProcessOfItsOwn() throws Exception {
        String shell = shell();
        output(start(shell, "set X=1 & cd C:\\Windows"));
        assertEquals("%X%\r\n", output(start(shell, "echo %X%")));
    }

    @Test
    void aHundredMegabytesComeInPiecesAndWaitInLittleMemory() throws Exception {
        String shell = shell();
        output(start(shell, "fsutil file createnew C:\\f 100000000"));
        RunningCommand command = RunningCommand.start(
                terminal -> new CommandProcessor(new Shell(host, "a", 65001, Map.of())).run("type C:\\f", terminal),
                Thread::new);
        long bytes = 0;
        boolean isDone = false;
        while (!isDone) {
            RunningCommand.Output output = command.receive(400_000, Duration.ofSeconds(5));
            assertTrue(output.stdout().length <= RunningCommand.MAX_WAITING);
            bytes += output.stdout().length;
            isDone = output.isDone();
        }
        assertEquals(100_000_000, bytes);
    }

    private String output(ShellMessages.CommandKey key) throws IOException, ShellFault {
        StringBuilder text = new StringBuilder();
        while (true) {
            ReceivedOutput output = ReceivedOutput.read(ask(messages.receive(key, PATIENCE)), key.command());
            output.pieces().forEach(piece -> text.append(new String(piece.bytes(), StandardCharsets.UTF_8)));
            if (output.isDone()) {
                ask(messages.signal(key, Names.TERMINATE));
                return text.toString();
            }
        }
    }
}
