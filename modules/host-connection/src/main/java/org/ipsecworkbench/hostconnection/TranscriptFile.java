package org.ipsecworkbench.hostconnection;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A transcript as a file: lines of name and value in UTF-8, an empty line, then the bytes of output and of errors as they
 * came.
 */
public final class TranscriptFile {
    /** What the files' names end with. */
    public static final String SUFFIX = ".transcript";

    private static final int MAX_LINE = 64 << 10;
    private static final int MAX_LINES = 50;

    private TranscriptFile() {}

    /** Writes a transcript, over what the file held. Not for the event thread. */
    public static void write(Transcript transcript, Path file) throws IOException {
        Files.write(file, bytes(transcript));
    }

    /** The content of the file. */
    public static byte[] bytes(Transcript transcript) {
        Failure failure = transcript.ending().failure();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        line(out, "host", transcript.host());
        line(out, "command", transcript.line());
        line(out, "started", transcript.started().toString());
        line(out, "ended", transcript.ended().toString());
        transcript.ending().exitCode().ifPresent(code -> line(out, "exit", Integer.toString(code)));
        if (failure != null) {
            line(out, "cause", failure.cause().name());
            line(out, "incomplete", failure.explanation());
            line(out, "next", failure.nextStep());
        }
        line(out, "truncated", Boolean.toString(transcript.isTruncated()));
        line(out, "charset", transcript.charset().name());
        transcript.clockOffset().ifPresent(offset -> line(out, "clock-offset", offset.toString()));
        line(out, "output", Integer.toString(transcript.output().length));
        line(out, "errors", Integer.toString(transcript.errors().length));
        out.write('\n');
        out.writeBytes(transcript.output());
        out.writeBytes(transcript.errors());
        return out.toByteArray();
    }

    private static void line(ByteArrayOutputStream out, String name, String value) {
        String text = name + ": " + value.replaceAll("\\p{Cntrl}", " ") + "\n";
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a transcript; a file that is none or is cut is an {@link IOException} that says so. */
    public static Transcript read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        }
    }

    /** Whether a file is a transcript, by its first two lines. */
    public static boolean isTranscript(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).matches("(?s)host: [^\\n]*+\\ncommand: .*");
    }

    /**
     * Reads a transcript; closing stays with the caller.
     *
     * @param name what to call it in a message
     */
    public static Transcript read(InputStream from, String name) throws IOException {
        InputStream in = new BufferedInputStream(from);
        try {
            Map<String, String> head = head(in);
            byte[] output = bytes(in, head, "output");
            byte[] errors = bytes(in, head, "errors");
            OptionalInt exitCode =
                    head.containsKey("exit") ? OptionalInt.of(Integer.parseInt(head.get("exit"))) : OptionalInt.empty();
            return new Transcript(
                    head.getOrDefault("host", ""),
                    head.getOrDefault("command", ""),
                    Instant.parse(head.getOrDefault("started", "")),
                    Instant.parse(head.getOrDefault("ended", "")),
                    new Ending(exitCode, failure(head).orElse(null)),
                    output,
                    errors,
                    head.getOrDefault("truncated", "").equals("true"),
                    Charset.forName(head.getOrDefault("charset", "")),
                    Optional.ofNullable(head.get("clock-offset")).map(Duration::parse));
        } catch (DateTimeException | IllegalArgumentException | EOFException e) {
            throw new IOException(name + " is no transcript, or is cut.", e);
        }
    }

    private static Optional<Failure> failure(Map<String, String> head) {
        return Optional.ofNullable(head.get("incomplete"))
                .map(explanation -> new Failure(
                        ConnectionStep.SHELL,
                        FailureCause.valueOf(head.getOrDefault("cause", "OTHER")),
                        explanation,
                        head.getOrDefault("next", "")));
    }

    private static Map<String, String> head(InputStream in) throws IOException {
        Map<String, String> head = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int end = line.indexOf(": ");
            if (end < 0 || head.size() == MAX_LINES) {
                throw new EOFException("no head");
            }
            head.put(line.substring(0, end), line.substring(end + 2));
        }
        return head;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.size() == MAX_LINE) {
                throw new EOFException("no line");
            }
            line.write(c);
        }
        // A script of cmd.exe ends lines as Windows does.
        return line.toString(StandardCharsets.UTF_8).replaceFirst("\r$", "");
    }

    private static byte[] bytes(InputStream in, Map<String, String> head, String name) throws IOException {
        int length = Integer.parseInt(head.getOrDefault(name, ""));
        if (length < 0 || length > Transcript.MAX_BYTES) {
            throw new EOFException("no length");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("cut");
        }
        return bytes;
    }
}
