package org.ipsecworkbench.commandline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** A file of the command line; {@code -} is standard input, which is copied to a temporary file until this is closed. */
final class InputFile implements Closeable {
    private final Path path;
    private final @Nullable Path copy;

    private InputFile(Path path, @Nullable Path copy) {
        this.path = path;
        this.copy = copy;
    }

    static InputFile of(String name) throws IOException {
        if (!name.equals("-")) {
            try {
                return new InputFile(Path.of(name), null);
            } catch (InvalidPathException e) {
                throw new NoSuchFileException(name, null, e.getMessage());
            }
        }
        Path copy = Files.createTempFile("ipsecwb-", ".input");
        try {
            Files.copy(System.in, copy, StandardCopyOption.REPLACE_EXISTING);
            return new InputFile(copy, copy);
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    Path path() {
        return path;
    }

    /** A message in which the file is called what its user calls it. */
    String named(String message) {
        return copy == null ? message : message.replace(copy.toString(), "The standard input");
    }

    @Override
    public void close() throws IOException {
        if (copy != null) {
            Files.deleteIfExists(copy);
        }
    }
}
