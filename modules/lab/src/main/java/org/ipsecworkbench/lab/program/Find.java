package org.ipsecworkbench.lab.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;

/** {@code find "text"}: the lines of its input that hold a text. */
final class Find implements Program {
    @Override
    public boolean holdsLock() {
        return false;
    }

    @Override
    public int run(Call call) throws IOException {
        boolean ignoresCase = call.has("/i");
        String sought = call.arguments().stream()
                .filter(argument -> !argument.startsWith("/"))
                .findFirst()
                .orElse("");
        boolean any = false;
        for (String line : input(call).split("\r?\n", -1)) {
            boolean holds = ignoresCase
                    ? line.toLowerCase(Locale.ROOT).contains(sought.toLowerCase(Locale.ROOT))
                    : line.contains(sought);
            if (holds && !line.isEmpty()) {
                call.out().line(line);
                any = true;
            }
        }
        return any ? 0 : 1;
    }

    /** All of the input, up to what a pipe takes. */
    static String input(Call call) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = call.terminal().read();
        while (piece.length > 0 && all.size() < CommandProcessor.MAX_PIPE) {
            all.writeBytes(piece);
            piece = call.terminal().read();
        }
        return all.toString(call.shell().charset());
    }
}
