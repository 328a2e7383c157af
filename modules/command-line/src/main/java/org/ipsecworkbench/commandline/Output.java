package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
            print(spec, body);
            return;
        }
        // Through a link, and into a device or a pipe instead of over it.
        Path target = Files.exists(to) ? to.toRealPath() : to.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            write(target, body);
            return;
        }
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder));
        }
        Path draft = folder.resolve(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            write(draft, body);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Writes to standard output. */
    static void print(CommandSpec spec, Body body) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        // Colours only where a terminal shows them; picocli honours NO_COLOR.
        body.write(out, Terminal.isOutput() ? Ansi.AUTO : Ansi.OFF);
        out.flush();
    }

    private static void write(Path to, Body body) throws IOException {
        try (Writer out = Files.newBufferedWriter(to)) {
            body.write(out, Ansi.OFF);
        }
    }
}
