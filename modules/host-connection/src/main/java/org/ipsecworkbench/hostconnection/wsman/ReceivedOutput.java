package org.ipsecworkbench.hostconnection.wsman;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import org.ipsecworkbench.hostconnection.wire.MalformedException;

/**
 * What an answer to Receive says of one command.
 *
 * @param pieces of output, in their order; where one ends has nothing to do with characters or lines
 * @param isDone whether the command has ended and all of its output was told
 * @param exitCode as an unsigned number of 32 bits turned into an int; absent where the host tells none
 */
public record ReceivedOutput(List<Piece> pieces, boolean isDone, OptionalInt exitCode) {
    /**
     * A piece of output.
     *
     * @param isError whether it is of standard error
     * @param bytes as they came
     */
    public record Piece(boolean isError, byte[] bytes) {}

    /** Reads an answer; pieces of other commands are left out. */
    public static ReceivedOutput read(Envelope envelope, String command) throws MalformedException {
        Element response = envelope.content(Names.SHELL, "ReceiveResponse")
                .orElseThrow(() -> new MalformedException("The answer to Receive has no output in it."));
        List<Piece> pieces = new ArrayList<>();
        boolean isDone = false;
        OptionalInt exitCode = OptionalInt.empty();
        for (Element child : response.children()) {
            if (!child.attribute("CommandId").equalsIgnoreCase(command)) {
                continue;
            }
            if (child.is(Names.SHELL, "Stream")) {
                byte[] bytes = decoded(child.text());
                if (bytes.length > 0) {
                    pieces.add(new Piece(child.attribute("Name").equals("stderr"), bytes));
                }
            } else if (child.is(Names.SHELL, "CommandState")) {
                isDone |= child.attribute("State").equals(Names.STATE_DONE);
                String code = child.childText(Names.SHELL, "ExitCode");
                exitCode = code.isEmpty() ? exitCode : OptionalInt.of(number(code));
            }
        }
        return new ReceivedOutput(List.copyOf(pieces), isDone, exitCode);
    }

    private static byte[] decoded(String text) throws MalformedException {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            MalformedException malformed = new MalformedException("Output of the command is not in base64.");
            malformed.initCause(e);
            throw malformed;
        }
    }

    private static int number(String text) throws MalformedException {
        try {
            long number = Long.parseLong(text);
            if (number >= Integer.MIN_VALUE && number <= 0xffffffffL) {
                return (int) number;
            }
        } catch (NumberFormatException e) {
            MalformedException malformed = new MalformedException("The exit code of the command is not a number.");
            malformed.initCause(e);
            throw malformed;
        }
        throw new MalformedException("The exit code of the command has more than 32 bits.");
    }
}
