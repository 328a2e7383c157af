package org.ipsecworkbench.hostconnection.winrm;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.ipsecworkbench.hostconnection.Cancellation;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Ending;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.OutputListener;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.Timeouts;
import org.ipsecworkbench.hostconnection.spi.Transport;
import org.ipsecworkbench.hostconnection.wire.MalformedException;
import org.ipsecworkbench.hostconnection.wsman.Envelope;
import org.ipsecworkbench.hostconnection.wsman.Names;
import org.ipsecworkbench.hostconnection.wsman.ShellMessages;

/** One remote shell of a host, opened with the first command and used for all. */
final class WinRmTransport implements Transport {
    /** What every version of WinRM allows for an answer (MaxEnvelopeSizekb 150 in 2008 R2). */
    private static final int ENVELOPE = 153_600;

    private static final Map<String, String> SHELL_OPTIONS =
            Map.of("WINRS_NOPROFILE", "TRUE", "WINRS_CODEPAGE", "65001");

    private final WsmanClient client;
    private final Timeouts timeouts;
    private final ShellMessages messages;
    private String shell = "";

    WinRmTransport(WsmanClient client, Timeouts timeouts) {
        this.client = client;
        this.timeouts = timeouts;
        messages = new ShellMessages(client.endpoint().url(), ENVELOPE, timeouts.poll());
    }

    @Override
    public Optional<Duration> clockOffset() {
        return client.clockOffset();
    }

    @Override
    public boolean isSimulated() {
        return client.isSimulated();
    }

    @Override
    public boolean isUtf8() {
        return true;
    }

    @Override
    public Ending run(RemoteCommand command, OutputListener output, Cancellation cancellation)
            throws ConnectionException {
        if (command.line().length() > RemoteCommand.MAX_LINE) {
            throw new ConnectionException(new Failure(
                    ConnectionStep.SHELL,
                    FailureCause.COMMAND_TOO_LONG,
                    "The command line has " + command.line().length() + " characters, and Windows would cut it after "
                            + RemoteCommand.MAX_LINE + ".",
                    "Use fewer or shorter arguments."));
        }
        long start = System.nanoTime();
        try {
            if (shell.isEmpty()) {
                shell = created(client.request(messages.create(SHELL_OPTIONS), Duration.ZERO));
            }
            Envelope answer = client.request(messages.command(shell, command.line(), options(command)), Duration.ZERO);
            ShellMessages.CommandKey key = new ShellMessages.CommandKey(shell, started(answer));
            return new RunningCommand(client, messages, key, timeouts.poll()).run(command, output, cancellation, start);
        } catch (FaultException e) {
            Failure failure = Faults.failure(e.fault());
            if (failure.cause() == FailureCause.SHELL_LOST) {
                shell = "";
            }
            throw new ConnectionException(failure, null, e);
        } catch (MalformedException e) {
            throw Failures.of(e, ConnectionStep.SHELL, client.endpoint(), null);
        }
    }

    /** Only a pipe has an end, which programs wait for that read their input. */
    private static Map<String, String> options(RemoteCommand command) {
        String isConsole = command.input().length == 0 ? "TRUE" : "FALSE";
        return Map.of("WINRS_CONSOLEMODE_STDIN", isConsole, "WINRS_SKIP_CMD_SHELL", "FALSE");
    }

    private static String created(Envelope answer) throws MalformedException {
        return answer.body()
                .find(Names.WSMAN, "Selector")
                .filter(selector -> selector.attribute("Name").equals("ShellId"))
                .or(() -> answer.body().find(Names.SHELL, "ShellId"))
                .map(id -> id.text().strip())
                .filter(id -> !id.isEmpty())
                .orElseThrow(() -> new MalformedException("The answer to Create names no shell."));
    }

    private static String started(Envelope answer) throws MalformedException {
        return answer.content(Names.SHELL, "CommandResponse")
                .map(response -> response.childText(Names.SHELL, "CommandId"))
                .filter(id -> !id.isEmpty())
                .orElseThrow(() -> new MalformedException("The answer to Command names no command."));
    }

    @Override
    public void close() {
        try {
            if (!shell.isEmpty()) {
                client.request(messages.delete(shell), Duration.ZERO);
            }
        } catch (ConnectionException | FaultException e) {
            // The host deletes a shell by itself that nobody uses any more.
            shell = "";
        } finally {
            client.close();
        }
    }
}
