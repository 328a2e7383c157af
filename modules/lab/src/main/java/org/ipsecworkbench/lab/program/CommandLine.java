package org.ipsecworkbench.lab.program;

import java.util.ArrayList;
import java.util.List;

/**
 * A command line as cmd.exe takes it apart: commands with their redirections, and what stands between them.
 *
 * @param commands in their order
 */
record CommandLine(List<Command> commands) {
    /** Characters of a command line; cmd.exe takes no more, and drops the rest without a word. */
    static final int MAX_LENGTH = 8191;

    /** Commands in one line; further ones are not run. */
    static final int MAX_COMMANDS = 64;

    /** What stands before a command. */
    enum Operator {
        FIRST,
        ALWAYS,
        AND,
        OR,
        PIPE
    }

    /**
     * One command.
     *
     * @param output the file that standard output goes to, or empty; so is error
     * @param joins whether standard error goes where standard output does
     */
    record Command(
            Operator operator,
            String text,
            String output,
            boolean appends,
            String error,
            boolean joins,
            String input) {}

    /** Takes a line apart. Any text is a command line. */
    static CommandLine parse(String line) {
        return new Parser(line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) : line).parse();
    }

    /** Splits arguments at blanks outside of quotes, and takes the quotes off. */
    static List<String> split(String text) {
        List<String> arguments = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                current.append('"');
                any = true;
                i++;
            } else if (c == '"') {
                quoted = !quoted;
                any = true;
            } else if (!quoted && (c == ' ' || c == '\t')) {
                if (any) {
                    arguments.add(current.toString());
                }
                current.setLength(0);
                any = false;
            } else {
                current.append(c);
                any = true;
            }
        }
        if (any) {
            arguments.add(current.toString());
        }
        return arguments;
    }

    /** Goes over the characters once. */
    private static final class Parser {
        private final String line;
        private final List<Command> commands = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private Operator operator = Operator.FIRST;
        private String output = "";
        private boolean appends;
        private String error = "";
        private boolean joins;
        private String input = "";
        private int at;

        Parser(String line) {
            this.line = line;
        }

        CommandLine parse() {
            boolean quoted = false;
            while (at < line.length()) {
                char c = line.charAt(at);
                if (c == '"') {
                    quoted = !quoted;
                    text.append(c);
                    at++;
                } else if (quoted) {
                    text.append(c);
                    at++;
                } else if (c == '^') {
                    if (at + 1 < line.length()) {
                        text.append(line.charAt(at + 1));
                    }
                    at += 2;
                } else if (c == '&' || c == '|') {
                    operator(c);
                } else if (c == '>' || c == '<') {
                    redirection(c);
                } else {
                    text.append(c == '\r' || c == '\n' ? ' ' : c);
                    at++;
                }
            }
            end(Operator.FIRST);
            return new CommandLine(List.copyOf(commands));
        }

        private void operator(char c) {
            boolean twice = at + 1 < line.length() && line.charAt(at + 1) == c;
            end(twice ? c == '&' ? Operator.AND : Operator.OR : c == '&' ? Operator.ALWAYS : Operator.PIPE);
            at += twice ? 2 : 1;
        }

        private void end(Operator next) {
            String command = text.toString().trim();
            if (!command.isEmpty() && commands.size() < MAX_COMMANDS) {
                commands.add(new Command(operator, command, output, appends, error, joins, input));
            }
            operator = next;
            text.setLength(0);
            output = "";
            appends = false;
            error = "";
            joins = false;
            input = "";
        }

        private void redirection(char c) {
            int digit = text.length() - 1;
            char stream = c == '<' ? '0' : '1';
            // Only a digit of its own is the number of a stream.
            if (digit >= 0
                    && (text.charAt(digit) == '1' || text.charAt(digit) == '2')
                    && (digit == 0 || text.charAt(digit - 1) == ' ')) {
                stream = text.charAt(digit);
                text.setLength(digit);
            }
            at++;
            boolean more = at < line.length() && line.charAt(at) == '>' && c == '>';
            if (more) {
                at++;
            }
            if (line.startsWith("&1", at) || line.startsWith("&2", at)) {
                joins |= stream == '2' && line.charAt(at + 1) == '1';
                at += 2;
                return;
            }
            String target = target();
            if (c == '<') {
                input = target;
            } else if (stream == '2') {
                error = target;
            } else {
                output = target;
                appends = more;
            }
        }

        private String target() {
            while (at < line.length() && line.charAt(at) == ' ') {
                at++;
            }
            StringBuilder name = new StringBuilder();
            boolean quoted = false;
            while (at < line.length()) {
                char c = line.charAt(at);
                if (c == '"') {
                    quoted = !quoted;
                } else if (!quoted && " &|<>\r\n".indexOf(c) >= 0) {
                    break;
                } else {
                    name.append(c);
                }
                at++;
            }
            return name.toString();
        }
    }
}
