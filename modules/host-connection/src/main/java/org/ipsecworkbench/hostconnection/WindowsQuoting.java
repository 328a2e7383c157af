package org.ipsecworkbench.hostconnection;

import java.util.regex.Pattern;

/**
 * Writes arguments so that {@code cmd.exe} and then the program read exactly them.
 *
 * <p>Programs split their command line by the rules of Microsoft's C run time: double quotes around what has spaces,
 * backslashes doubled before a quote. Before that, {@code cmd.exe} acts on its own characters outside of quotes, and on the
 * percent sign also within; where an argument has a quote or a percent sign, a caret takes the meaning of each.
 */
final class WindowsQuoting {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.:/\\\\@+#-][\\p{L}\\p{N}_.:/\\\\@+#=-]*");
    private static final Pattern PROGRAM = Pattern.compile("[\\p{L}\\p{N}_.:\\\\ ()-]+");
    private static final String SPECIAL = "()%!^\"<>&|";

    private WindowsQuoting() {}

    /**
     * A program's name or path.
     *
     * @throws IllegalArgumentException where it is none
     */
    static String program(String program) {
        if (!PROGRAM.matcher(program).matches()) {
            throw new IllegalArgumentException("A program is named by its name or path, without quotes.");
        }
        return PLAIN.matcher(program).matches() ? program : '"' + program + '"';
    }

    /**
     * An argument.
     *
     * @throws IllegalArgumentException where it has a line break or another control character, which no command line can
     *     carry
     */
    static String argument(String argument) {
        if (argument.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException(
                    "An argument of a command has a line break or another control character.");
        }
        if (PLAIN.matcher(argument).matches()) {
            return argument;
        }
        String quoted = quoted(argument);
        boolean isLiteralWithinQuotes = argument.chars().noneMatch(c -> c == '"' || c == '%' || c == '!');
        return isLiteralWithinQuotes ? quoted : careted(quoted);
    }

    private static String quoted(String argument) {
        StringBuilder out = new StringBuilder("\"");
        int backslashes = 0;
        for (int i = 0; i < argument.length(); i++) {
            char c = argument.charAt(i);
            if (c == '"') {
                out.append("\\".repeat(backslashes + 1));
            }
            backslashes = c == '\\' ? backslashes + 1 : 0;
            out.append(c);
        }
        return out.append("\\".repeat(backslashes)).append('"').toString();
    }

    private static String careted(String quoted) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < quoted.length(); i++) {
            char c = quoted.charAt(i);
            if (SPECIAL.indexOf(c) >= 0) {
                out.append('^');
            }
            out.append(c);
        }
        return out.toString();
    }
}
