package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ipsecworkbench.ike.DecryptionKeys;

/** The files of {@code --keys}. */
final class KeyFiles {
    /** A table of 100,000 keys has less; what is larger is no table. */
    private static final long MAX_BYTES = 64L << 20;

    private KeyFiles() {}

    /**
     * Reads them; keys of later files win.
     *
     * @throws IOException if one cannot be read, or is too large for a table; its message is for people
     */
    static DecryptionKeys read(List<Path> files) throws IOException {
        DecryptionKeys keys = DecryptionKeys.NONE;
        for (Path file : files) {
            try {
                if (Files.size(file) > MAX_BYTES) {
                    throw new IOException(file + " is too large for a table of keys.");
                }
                // Nothing but ASCII counts in a table, and this reads any bytes.
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                keys = keys.and(DecryptionKeys.read(String.valueOf(file.getFileName()), text));
            } catch (IOException e) {
                throw new IOException(Messages.of(e), e);
            }
        }
        return keys;
    }
}
