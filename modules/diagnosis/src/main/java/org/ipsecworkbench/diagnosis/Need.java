package org.ipsecworkbench.diagnosis;

import org.ipsecworkbench.hostconnection.RemoteCommand;

/**
 * A command that a check wants a host to be asked. It only reads.
 *
 * @param command what to run; its line names the answer, so that nothing is asked twice
 * @param shown what people see of it: the line, or for a script what it does
 * @param right the least right that the host asks for
 * @param reads what it tells, in words
 */
public record Need(RemoteCommand command, String shown, Right right, String reads) {
    /** What an account has to be allowed on a host. */
    public enum Right {
        /** Any account that may log on there. */
        USER("any user"),
        ADMINISTRATOR("administrator");

        private final String label;

        Right(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }

    /** A program that any user may run there. */
    public static Need user(String reads, String program, String... arguments) {
        return of(RemoteCommand.program(program, arguments), Right.USER, reads);
    }

    /** A program that answers administrators only. */
    public static Need administrator(String reads, String program, String... arguments) {
        return of(RemoteCommand.program(program, arguments), Right.ADMINISTRATOR, reads);
    }

    private static Need of(RemoteCommand command, Right right, String reads) {
        return new Need(command, command.line(), right, reads);
    }

    /** The command line, by which the answer is found. */
    public String line() {
        return command.line();
    }
}
