package org.ipsecworkbench.lab.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code powershell}: a script from {@code -EncodedCommand}, {@code -Command} or the input, run by {@link Script}. */
final class Powershell implements Program {
    /** Characters of a script at most; a longer one is not run. */
    static final int MAX_SCRIPT = 1 << 20;

    @Override
    public boolean holdsLock() {
        return false;
    }

    @Override
    public int run(Call call) throws IOException {
        String script = script(call);
        if (script == null || script.length() > MAX_SCRIPT) {
            call.err()
                    .say(
                            "Cannot process the command because the value specified with -EncodedCommand is not properly encoded.");
            return 1;
        }
        return new Script(call).run(script);
    }

    private static @Nullable String script(Call call) throws IOException {
        List<String> arguments = call.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            String option = arguments.get(i).toLowerCase(Locale.ROOT);
            String rest = String.join(" ", arguments.subList(Math.min(i + 1, arguments.size()), arguments.size()));
            if (option.length() > 1 && "-encodedcommand".startsWith(option)
                    || option.equals("-enc")
                    || option.equals("-ec")) {
                return decode(rest.strip());
            }
            if (option.equals("-command") || option.equals("-c")) {
                return rest.equals("-") ? Find.input(call) : rest;
            }
            if (option.equals("-executionpolicy")
                    || option.equals("-inputformat")
                    || option.equals("-outputformat")
                    || option.equals("-version")) {
                i++;
            } else if (!option.startsWith("-")) {
                return String.join(" ", arguments.subList(i, arguments.size()));
            }
        }
        return Find.input(call);
    }

    private static @Nullable String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_16LE);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
