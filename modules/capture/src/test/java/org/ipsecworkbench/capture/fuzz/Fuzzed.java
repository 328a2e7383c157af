package org.ipsecworkbench.capture.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.testing.Invariants;

/** Runs the whole engine over the bytes that a fuzzer made. */
final class Fuzzed {
    private static final Path FILE = file();

    private Fuzzed() {}

    static void capture(byte[] bytes, CaptureLimits limits) {
        try {
            Files.write(FILE, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Invariants.check(FILE, limits);
    }

    private static Path file() {
        try {
            Path file = Files.createTempFile("ipsecwb-fuzz-", ".capture");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
