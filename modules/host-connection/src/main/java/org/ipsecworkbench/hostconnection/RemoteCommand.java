package org.ipsecworkbench.hostconnection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A command for a host: a program with arguments, or a script of PowerShell with values. Nothing from outside is pasted into
 * either: arguments are quoted, values are literals. Immutable.
 *
 * @param line what {@code cmd.exe} gets, at most {@link #MAX_LINE} characters
 * @param input standard input, ended after it; empty for none
 * @param encoding of what it prints
 * @param deadline how long it may run
 * @param kept the most bytes of output, and of errors, that its transcript keeps
 */
public record RemoteCommand(String line, byte[] input, Encoding encoding, Duration deadline, int kept) {
    /** How a program writes text; most heed the code page 65001 that the shell is opened with. */
    public enum Encoding {
        /** The code page 65001. */
        UTF_8,
        /** The page of the system's language, whatever the shell says: {@code net.exe}, {@code chcp}. */
        OEM,
        /** Little-endian, whatever the shell says. */
        UTF_16
    }

    /** Windows cuts a line of {@code cmd.exe} at 8,191 characters and runs what is left; some are for cmd.exe itself. */
    public static final int MAX_LINE = 8191 - "C:\\Windows\\system32\\cmd.exe /C \"\"".length();

    /** What a command may take that says nothing else. */
    public static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(5);

    private static final Set<String> OEM_PROGRAMS = Set.of("net", "net1", "chcp");

    private static final Pattern PLAIN_PATH = Pattern.compile("[A-Za-z]:\\\\[\\p{L}\\p{N}_.:\\\\ ()~-]+");

    private static final String POWERSHELL = "powershell.exe -NoProfile -NonInteractive -EncodedCommand ";
    private static final String QUIET = "$ProgressPreference='SilentlyContinue';";
    private static final String FROM_INPUT =
            QUIET + "iex ([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String([Console]::In.ReadToEnd())))";

    /**
     * A program and its arguments, each given as it is.
     *
     * @throws IllegalArgumentException where one cannot be part of a command line, or where the line is too long for Windows,
     *     with a message for people
     */
    public static RemoteCommand program(String program, String... arguments) {
        StringBuilder line = new StringBuilder(WindowsQuoting.program(program));
        for (String argument : arguments) {
            line.append(' ').append(WindowsQuoting.argument(argument));
        }
        if (line.length() > MAX_LINE) {
            throw new IllegalArgumentException("The command line has " + line.length()
                    + " characters, and Windows would cut" + " it after " + MAX_LINE + ".");
        }
        String name = program.replaceFirst(".*\\\\", "").replaceFirst("\\.[A-Za-z]{3}$", "");
        Encoding encoding = OEM_PROGRAMS.contains(name.toLowerCase(Locale.ROOT)) ? Encoding.OEM : Encoding.UTF_8;
        return new RemoteCommand(line.toString(), new byte[0], encoding, DEFAULT_DEADLINE, Transcript.MAX_BYTES);
    }

    /**
     * Prints the lines of a file that come after the first ones, by {@code for} of {@code cmd.exe}; lines that are empty or begin
     * with a semicolon are left out.
     *
     * @throws IllegalArgumentException where the path has characters that mean something to {@code cmd.exe}
     */
    static RemoteCommand linesAfter(String path, long first) {
        if (!PLAIN_PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("The path has characters that mean something to cmd.exe.");
        }
        String line = "for /f \"usebackq skip=" + first + "\" %i in (\"" + path + "\") do @echo %i";
        return new RemoteCommand(line, new byte[0], Encoding.UTF_8, DEFAULT_DEADLINE, Transcript.MAX_BYTES);
    }

    /**
     * A script of PowerShell 2 or newer. One that is too long for a line goes through standard input.
     *
     * @param script our own text, which no value is pasted into
     * @param values of its variables by their names; strings and numbers
     */
    public static RemoteCommand powerShell(String script, Map<String, Object> values) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(values)
                .forEach((name, value) -> text.append('$')
                        .append(name)
                        .append('=')
                        .append(value instanceof Number ? value.toString() : literal(value.toString()))
                        .append(';'));
        text.append(script);
        String line = POWERSHELL + encoded(QUIET + text);
        if (line.length() <= MAX_LINE) {
            return new RemoteCommand(line, new byte[0], Encoding.UTF_8, DEFAULT_DEADLINE, Transcript.MAX_BYTES);
        }
        byte[] input = Base64.getEncoder().encode(text.toString().getBytes(StandardCharsets.UTF_8));
        return new RemoteCommand(
                POWERSHELL + encoded(FROM_INPUT), input, Encoding.UTF_8, DEFAULT_DEADLINE, Transcript.MAX_BYTES);
    }

    /** A literal string of PowerShell, which takes four typographic quotes for the plain one. */
    static String literal(String text) {
        return "'" + text.replaceAll("['\u2018\u2019\u201a\u201b]", "$0$0") + "'";
    }

    private static String encoded(String script) {
        return Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_16LE));
    }

    /** The same with output in another encoding. */
    public RemoteCommand withEncoding(Encoding other) {
        return new RemoteCommand(line, input, other, deadline, kept);
    }

    /** The same with another time to run in. */
    public RemoteCommand withDeadline(Duration other) {
        return new RemoteCommand(line, input, encoding, other, kept);
    }

    /** The same for whose output is only looked at as it comes. */
    public RemoteCommand withKept(int bytes) {
        return new RemoteCommand(line, input, encoding, deadline, Math.min(bytes, Transcript.MAX_BYTES));
    }

    /** The same with this standard input. */
    public RemoteCommand withInput(byte[] bytes) {
        return new RemoteCommand(line, bytes, encoding, deadline, kept);
    }

    /** The script of PowerShell that the line or standard input carries, in readable form; empty where there is none. */
    String script() {
        if (!line.startsWith(POWERSHELL)) {
            return "";
        }
        Base64.Decoder decoder = Base64.getDecoder();
        try {
            return input.length == 0
                    ? new String(decoder.decode(line.substring(POWERSHELL.length())), StandardCharsets.UTF_16LE)
                    : new String(decoder.decode(input), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Not one that was made here.
            return "";
        }
    }

    /** The line without pre-shared keys, also in a script that it carries. */
    String redactedLine() {
        String script = script();
        String without = Redaction.of(script);
        return without.equals(script) || input.length > 0 ? Redaction.of(line) : POWERSHELL + encoded(without);
    }
}
