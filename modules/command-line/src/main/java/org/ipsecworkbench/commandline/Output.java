package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where results go: standard output, or a file that appears whole or not at all. */
final class Output {
    @Option(names = "--output", paramLabel = "FILE", description = "Write the result there instead of standard output.")
    private @Nullable Path file;

    /** Writes a result. */
    interface Body {
        /** Writes to a destination that may show colours or not. */
        void write(Writer out, Ansi colours) throws IOException;
    }

    void write(CommandSpec spec, Body body) throws IOException {
        Path to = file;
        if (to == null) {
            PrintWriter out = spec.commandLine().getOut();
            // Colours only where a terminal shows them; picocli honours NO_COLOR.
            body.write(out, Terminal.isOutput() ? Ansi.AUTO : Ansi.OFF);
            out.flush();
            return;
        }
        Path folder = to.toAbsolutePath().getParent();
        Path draft = Files.createTempFile(folder, ".ipsecwb-", ".part");
        try {
            try (Writer out = Files.newBufferedWriter(draft)) {
                body.write(out, Ansi.OFF);
            }
            Files.move(draft, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
