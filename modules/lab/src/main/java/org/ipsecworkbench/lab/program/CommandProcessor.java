package org.ipsecworkbench.lab.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** cmd.exe of the simulated hosts: variables, operators, redirections and pipes; then the program of that name. */
public final class CommandProcessor {
    /** Bytes that go through a pipe or into a file; what is beyond is lost. */
    public static final int MAX_PIPE = 16 << 20;

    private static final String EXE = ".exe";

    private final Shell shell;

    /** Makes the processor of a shell. */
    public CommandProcessor(Shell shell) {
        this.shell = shell;
    }

    /**
     * Runs a command line.
     *
     * @return the exit code of its last command
     * @throws IOException when it was ended from outside
     */
    public int run(String line, Terminal terminal) throws IOException {
        int code = 0;
        List<CommandLine.Command> commands = CommandLine.parse(expand(line)).commands();
        int i = 0;
        while (i < commands.size()) {
            int end = i + 1;
            while (end < commands.size() && commands.get(end).operator() == CommandLine.Operator.PIPE) {
                end++;
            }
            CommandLine.Operator operator = commands.get(i).operator();
            if (operator == CommandLine.Operator.AND ? code == 0 : operator != CommandLine.Operator.OR || code != 0) {
                code = pipe(commands.subList(i, end), terminal);
            }
            i = end;
        }
        return code;
    }

    /**
     * Whether a program can be started by this name without a shell, which looks in no path.
     *
     * @param program the path of an executable
     */
    public boolean isExecutable(String program) {
        return program.contains("\\") && isProgram(program);
    }

    /** Whether the host has a program of this name or path that is not part of cmd.exe itself. */
    boolean isProgram(String program) {
        String name = name(program);
        return Programs.find(shell.host(), name) != null && !Builtins.all().containsKey(name);
    }

    private int pipe(List<CommandLine.Command> commands, Terminal terminal) throws IOException {
        byte[] input = new byte[0];
        int code = 0;
        for (int i = 0; i < commands.size(); i++) {
            boolean isLast = i == commands.size() - 1;
            Capture to = new Capture(terminal, i > 0 ? input : null, !isLast, false);
            code = redirected(commands.get(i), isLast && i == 0 ? terminal : to);
            input = to.bytes();
        }
        return code;
    }

    private int redirected(CommandLine.Command command, Terminal terminal) throws IOException {
        if (command.output().isEmpty() && command.error().isEmpty() && !command.joins()) {
            return one(command.text(), terminal);
        }
        Capture output = new Capture(terminal, null, !command.output().isEmpty(), command.joins());
        Capture error = new Capture(output, null, false, false);
        error.keepsErrors(!command.error().isEmpty() && !command.joins());
        int code = one(command.text(), error);
        save(command.output(), command.appends(), output.bytes());
        save(command.error(), false, error.errors());
        return code;
    }

    private void save(String file, boolean appends, byte[] bytes) {
        if (file.isEmpty() || file.equalsIgnoreCase("nul")) {
            return;
        }
        synchronized (shell.host().network().lock()) {
            String path = shell.path(file);
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            var old = shell.host().files().file(path);
            if (appends && old != null) {
                whole.writeBytes(old.content());
            }
            whole.writeBytes(bytes);
            shell.host()
                    .files()
                    .write(path, whole.toByteArray(), whole.size(), shell.host().now());
        }
    }

    private int one(String command, Terminal terminal) throws IOException {
        int end = nameEnd(command);
        String written = command.substring(0, end);
        String raw = command.substring(end).strip();
        String name = name(written.replace("\"", ""));
        if (name.equals("cmd")) {
            return nested(raw, terminal);
        }
        Program program = Programs.find(shell.host(), name);
        if (program == null) {
            Console err = console(terminal, Terminal.Stream.STDERR, shell.charset());
            err.say("'{0}' is not recognized as an internal or external command,", written);
            err.say("operable program or batch file.");
            err.flush();
            return 1;
        }
        Charset charset = program.printsOem() ? shell.host().language().oem() : shell.charset();
        Console out = console(terminal, Terminal.Stream.STDOUT, charset);
        Console err = console(terminal, Terminal.Stream.STDERR, charset);
        Call call = new Call(shell, raw, CommandLine.split(raw), out, err, terminal);
        int code;
        if (program.holdsLock()) {
            synchronized (shell.host().network().lock()) {
                code = program.run(call);
                shell.host().network().settle();
            }
        } else {
            code = program.run(call);
        }
        out.flush();
        err.flush();
        return code;
    }

    private int nested(String raw, Terminal terminal) throws IOException {
        String rest = raw;
        while (rest.startsWith("/")) {
            int blank = rest.indexOf(' ');
            String option = blank < 0 ? rest : rest.substring(0, blank);
            rest = blank < 0 ? "" : rest.substring(blank).strip();
            if (option.equalsIgnoreCase("/c") || option.equalsIgnoreCase("/k")) {
                break;
            }
        }
        if (rest.length() > 1 && rest.startsWith("\"") && rest.endsWith("\"")) {
            rest = rest.substring(1, rest.length() - 1);
        }
        return runNested(rest, terminal);
    }

    /** Runs a line that a command of this shell runs, unless it is too deep in such lines. */
    int runNested(String line, Terminal terminal) throws IOException {
        if (!shell.enter()) {
            return 1;
        }
        try {
            return run(line, terminal);
        } finally {
            shell.leave();
        }
    }

    private Console console(Terminal terminal, Terminal.Stream stream, Charset charset) {
        return new Console(terminal, stream, charset, shell.host().language());
    }

    private static int nameEnd(String command) {
        if (command.startsWith("\"")) {
            int close = command.indexOf('"', 1);
            return close < 0 ? command.length() : close + 1;
        }
        for (int i = 0; i < command.length(); i++) {
            // echo. and cd\ are the built-in command with its argument, net/? is net.
            if (" \t/=,;(".indexOf(command.charAt(i)) >= 0
                    || i > 0 && ".\\:".indexOf(command.charAt(i)) >= 0 && isBuiltin(command.substring(0, i))) {
                return i;
            }
        }
        return command.length();
    }

    private static boolean isBuiltin(String name) {
        return name.equalsIgnoreCase("echo") || name.equalsIgnoreCase("cd");
    }

    /** The name of a program without folder and extension, in lower case. */
    private static String name(String written) {
        String name = written.substring(written.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT);
        return name.endsWith(EXE) ? name.substring(0, name.length() - EXE.length()) : name;
    }

    /** Puts in what variables stand for; unknown ones stay as they are. */
    private String expand(String line) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        while (true) {
            int open = line.indexOf('%', from);
            int close = open < 0 ? -1 : line.indexOf('%', open + 1);
            if (close < 0 || text.length() > CommandLine.MAX_LENGTH) {
                return text.append(line, from, line.length()).toString();
            }
            String name = line.substring(open + 1, close);
            String value = shell.variables().get(name);
            text.append(line, from, open);
            if (value == null) {
                text.append('%');
                from = open + 1;
            } else {
                text.append(value);
                from = close + 1;
            }
        }
    }

    /** Keeps what one command writes for the next one or for a file, up to {@link #MAX_PIPE}. */
    private static final class Capture implements Terminal {
        private final Terminal behind;
        private final byte @Nullable [] input;
        private final boolean keepsOutput;
        private final boolean joins;
        private final ByteArrayOutputStream output = new ByteArrayOutputStream();
        private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
        private boolean keepsErrors;
        private boolean isRead;

        Capture(Terminal behind, byte @Nullable [] input, boolean keeps, boolean joins) {
            this.behind = behind;
            this.input = input;
            this.keepsOutput = keeps;
            this.joins = joins;
        }

        void keepsErrors(boolean keeps) {
            keepsErrors = keeps;
        }

        byte[] bytes() {
            return output.toByteArray();
        }

        byte[] errors() {
            return errors.toByteArray();
        }

        @Override
        public void write(Stream stream, byte[] bytes) throws IOException {
            boolean isOutput = stream == Stream.STDOUT || joins;
            if (isOutput ? keepsOutput : keepsErrors) {
                ByteArrayOutputStream kept = isOutput ? output : errors;
                kept.write(bytes, 0, Math.min(bytes.length, MAX_PIPE - kept.size()));
                behind.pause(Duration.ZERO);
            } else {
                behind.write(isOutput ? Stream.STDOUT : Stream.STDERR, bytes);
            }
        }

        @Override
        public byte[] read() throws IOException {
            if (input == null) {
                return behind.read();
            }
            boolean isFirst = !isRead;
            isRead = true;
            return isFirst ? Objects.requireNonNull(input) : new byte[0];
        }

        @Override
        public void pause(Duration time) throws IOException {
            behind.pause(time);
        }
    }
}
