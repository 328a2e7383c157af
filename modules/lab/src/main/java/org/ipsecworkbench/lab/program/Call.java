package org.ipsecworkbench.lab.program;

import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.jspecify.annotations.Nullable;

/**
 * One run of a program.
 *
 * @param raw what stands behind the name, as it was written
 * @param arguments the same, split at blanks, without quotes
 */
record Call(Shell shell, String raw, List<String> arguments, Console out, Console err, Terminal terminal) {

    WindowsHost host() {
        return shell.host();
    }

    /** The argument at this place, or the empty text. */
    String argument(int index) {
        return index >= 0 && index < arguments.size() ? arguments.get(index) : "";
    }

    /** The argument at this place in lower case, for words of a command. */
    String word(int index) {
        return argument(index).toLowerCase(Locale.ROOT);
    }

    /** The rest of the first argument that begins so, in any case, or null. */
    @Nullable
    String option(String prefix) {
        for (String argument : arguments) {
            if (argument.regionMatches(true, 0, prefix, 0, prefix.length())) {
                return argument.substring(prefix.length());
            }
        }
        return null;
    }

    /** Whether one of the arguments is this one, in any case. */
    boolean has(String argument) {
        return arguments.stream().anyMatch(argument::equalsIgnoreCase);
    }

    /** The argument behind this one, or null. */
    @Nullable
    String after(String argument) {
        for (int i = 0; i + 1 < arguments.size(); i++) {
            if (arguments.get(i).equalsIgnoreCase(argument)) {
                return arguments.get(i + 1);
            }
        }
        return null;
    }
}
