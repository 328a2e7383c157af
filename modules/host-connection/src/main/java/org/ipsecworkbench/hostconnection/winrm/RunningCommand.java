package org.ipsecworkbench.hostconnection.winrm;

import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;
import org.ipsecworkbench.hostconnection.Cancellation;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Ending;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.OutputListener;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.StepListener;
import org.ipsecworkbench.hostconnection.wire.MalformedException;
import org.ipsecworkbench.hostconnection.wsman.Names;
import org.ipsecworkbench.hostconnection.wsman.ReceivedOutput;
import org.ipsecworkbench.hostconnection.wsman.ShellMessages;
import org.ipsecworkbench.hostconnection.wsman.ShellMessages.CommandKey;

/** A command that the host has started: sends its input, takes its output until it ends, and ends it in any case. */
final class RunningCommand {
    /** So that a message of it, in base64 and sealed, stays below the envelope that every host takes. */
    private static final int INPUT_PIECE = 64 << 10;

    private final WsmanClient client;
    private final ShellMessages messages;
    private final CommandKey key;
    private final Duration poll;

    RunningCommand(WsmanClient client, ShellMessages messages, CommandKey key, Duration poll) {
        this.client = client;
        this.messages = messages;
        this.key = key;
        this.poll = poll;
    }

    /** Runs it to its end; whatever happens is told there, since it was started. */
    Ending run(RemoteCommand command, OutputListener output, Cancellation cancellation, long start) {
        Ending ending;
        cancellation.onCancel(this::terminateFromOutside);
        try {
            send(command.input());
            ending = receive(command.deadline(), output, start);
        } catch (FaultException e) {
            ending = Ending.failed(incomplete(Faults.failure(e.fault())));
        } catch (ConnectionException e) {
            ending = Ending.failed(incomplete(e.failure()));
        } catch (MalformedException e) {
            ending = Ending.failed(incomplete(Failures.of(e, ConnectionStep.SHELL, client.endpoint(), null)
                    .failure()));
        } finally {
            cancellation.onCancel(null);
        }
        if (ending.failure() == null || ending.failure().cause() != FailureCause.CONNECTION_LOST) {
            terminate();
        }
        return cancellation.isCancelled() && !ending.isComplete() ? Ending.failed(cancelled()) : ending;
    }

    private void send(byte[] input) throws ConnectionException, FaultException {
        for (int from = 0; from < input.length; from += INPUT_PIECE) {
            int to = Math.min(from + INPUT_PIECE, input.length);
            client.request(messages.send(key, Arrays.copyOfRange(input, from, to), to == input.length), Duration.ZERO);
        }
    }

    private Ending receive(Duration deadline, OutputListener output, long start)
            throws ConnectionException, FaultException, MalformedException {
        OptionalInt exitCode = OptionalInt.empty();
        while (true) {
            Duration left = deadline.minusNanos(System.nanoTime() - start);
            if (left.isNegative() || left.isZero()) {
                return Ending.failed(late(deadline));
            }
            Duration wait = left.compareTo(poll) < 0 ? left : poll;
            try {
                ReceivedOutput received =
                        ReceivedOutput.read(client.request(messages.receive(key, wait), wait), key.command());
                received.pieces().forEach(piece -> output.take(piece.isError(), piece.bytes()));
                exitCode = received.exitCode().isPresent() ? received.exitCode() : exitCode;
                if (received.isDone()) {
                    return new Ending(exitCode, null);
                }
            } catch (FaultException e) {
                if (e.fault().code() != Faults.NO_OUTPUT_YET) {
                    throw e;
                }
            }
        }
    }

    /** The host keeps what belongs to the command until it is told so, also after its end. */
    private void terminate() {
        try {
            client.request(messages.signal(key, Names.TERMINATE), Duration.ZERO);
        } catch (ConnectionException | FaultException e) {
            // How the command ended is known; the host forgets the rest with the shell.
            return;
        }
    }

    /** Another connection is needed, since this one waits for output. */
    private void terminateFromOutside() {
        try (WsmanClient other = client.another()) {
            other.connect(StepListener.NONE);
            other.request(messages.signal(key, Names.TERMINATE), Duration.ZERO);
        } catch (ConnectionException | FaultException e) {
            // Where the host cannot be told, at least nobody waits for it any more.
            client.abort();
        }
    }

    private static Failure incomplete(Failure failure) {
        return new Failure(
                failure.step(),
                failure.cause(),
                failure.explanation() + " The command had been started; what it printed may be incomplete.",
                failure.nextStep());
    }

    private static Failure late(Duration deadline) {
        return new Failure(
                ConnectionStep.SHELL,
                FailureCause.TIMED_OUT,
                "The command did not end within " + deadline.toSeconds() + " seconds and was terminated.",
                "Give it more time, or see on the host what it waits for.");
    }

    private static Failure cancelled() {
        return new Failure(
                ConnectionStep.SHELL,
                FailureCause.CANCELLED,
                "The command was cancelled; what it printed may be incomplete.",
                "Run it again if it is needed.");
    }
}
