package org.ipsecworkbench.lab.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs that are not ours, run to their end. */
public final class Outside {
    private static final int LIMIT_SECONDS = 120;

    private Outside() {}

    /** How a program ended and all that it printed. */
    public record Ran(int code, String output) {}

    /**
     * Runs a program; one that takes longer than two minutes fails the test.
     *
     * @param folder for what it prints
     * @param input what it reads
     */
    public static Ran run(Path folder, Map<String, String> environment, String input, List<String> command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "out", ".txt");
        Path typed = Files.writeString(Files.createTempFile(folder, "in", ".txt"), input);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(typed.toFile())
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + String.join(" ", command));
        }
        return new Ran(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }
}
