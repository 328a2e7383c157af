package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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

    /** Whether the result goes to a file. */
    boolean isToFile() {
        return file != null;
    }

    void write(CommandSpec spec, Body body) throws IOException {
        if (file == null) {
            print(spec, body);
        } else {
            save(file, to -> {
                try (Writer out = Files.newBufferedWriter(to)) {
                    body.write(out, Ansi.OFF);
                }
            });
        }
    }

    /** Writes a result that is there; one that is no text only to a file. */
    void write(CommandSpec spec, byte[] result, boolean isText) throws IOException {
        if (file != null) {
            save(file, to -> Files.write(to, result));
        } else if (isText) {
            print(spec, (out, colours) -> out.write(new String(result, StandardCharsets.UTF_8)));
        } else {
            throw new IllegalStateException("what is no text goes to a file");
        }
    }

    private interface Saving {
        void save(Path to) throws IOException;
    }

    private static void save(Path to, Saving saving) throws IOException {
        // Through a link, and into a device or a pipe instead of over it.
        Path target = Files.exists(to) ? to.toRealPath() : to.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            saving.save(target);
            return;
        }
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder));
        }
        Path draft = folder.resolve(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            saving.save(draft);
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
}
