package org.ipsecworkbench.lab.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.program.CommandProcessor;
import org.ipsecworkbench.lab.program.Shell;
import org.ipsecworkbench.lab.program.Terminal;

/** A command prompt of a simulated host, without waiting. */
public final class Prompt implements Terminal {
    private final CommandProcessor processor;
    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    private byte[] input = new byte[0];

    /** What a command printed. */
    public record Printed(int code, byte[] stdout, byte[] stderr) {
        public String out() {
            return new String(stdout, StandardCharsets.UTF_8);
        }

        public String err() {
            return new String(stderr, StandardCharsets.UTF_8);
        }

        public String out(Charset charset) {
            return new String(stdout, charset);
        }
    }

    public Prompt(WindowsHost host) {
        this(host, 65001);
    }

    public Prompt(WindowsHost host, int codePage) {
        this.processor = new CommandProcessor(new Shell(host, "Administrator", codePage, Map.of()));
    }

    /** Runs a command with this as its input. */
    public Printed run(String command, String text) {
        input = text.getBytes(StandardCharsets.UTF_8);
        stdout.reset();
        stderr.reset();
        try {
            int code = processor.run(command, this);
            return new Printed(code, stdout.toByteArray(), stderr.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Printed run(String command) {
        return run(command, "");
    }

    /** What a command that succeeds prints. */
    public String print(String command) {
        Printed printed = run(command);
        if (printed.code() != 0) {
            throw new AssertionError(command + " ended with " + printed.code() + ": " + printed.out() + printed.err());
        }
        return printed.out();
    }

    @Override
    public void write(Stream stream, byte[] bytes) {
        (stream == Stream.STDOUT ? stdout : stderr).writeBytes(bytes);
    }

    @Override
    public byte[] read() {
        byte[] all = input;
        input = new byte[0];
        return all;
    }

    @Override
    public void pause(Duration time) {
        // Tests do not wait.
    }
}
