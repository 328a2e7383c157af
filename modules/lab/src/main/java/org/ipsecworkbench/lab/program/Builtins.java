package org.ipsecworkbench.lab.program;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.ipsecworkbench.lab.model.FileStore;

/** The commands that cmd.exe has in itself. Forms unverified, except for {@code ver}, {@code echo} and {@code set}. */
final class Builtins {
    private static final int CHUNK = 64 << 10;

    private Builtins() {}

    static Map<String, Program> all() {
        return Map.of(
                "cd", (Program) Builtins::cd,
                "del", (Program) Builtins::del,
                "dir", (Program) Builtins::dir,
                "echo", (Program) Builtins::echo,
                "exit", (Program) Builtins::exit,
                "rem", (Program) call -> 0,
                "set", (Program) Builtins::set,
                "type", new Type(),
                "ver", (Program) Builtins::ver);
    }

    private static int cd(Call call) {
        if (call.raw().isEmpty()) {
            call.out().line(call.shell().folder());
        } else if (!call.word(0).equals("/d")) {
            call.shell().setFolder(call.shell().path(call.argument(0)));
        }
        return 0;
    }

    private static int del(Call call) {
        String file = call.argument(call.arguments().size() - 1);
        if (call.host().files().remove(call.shell().path(file))) {
            return 0;
        }
        call.err().say("Could Not Find {0}", call.shell().path(file));
        return 0;
    }

    private static int dir(Call call) {
        String path = call.shell().path(call.arguments().isEmpty() ? "." : call.argument(0));
        FileStore.File single = call.host().files().file(path);
        var files = single != null
                ? java.util.List.of(single)
                : call.host().files().in(path.endsWith("\\.") ? call.shell().folder() : path);
        // The folder that one is in is there, with or without files.
        if (files.isEmpty() && !call.arguments().isEmpty()) {
            call.err().say("File Not Found");
            return 1;
        }
        if (call.arguments().isEmpty()) {
            call.out().say(" Directory of {0}", call.shell().folder());
            call.out().blank();
        }
        for (FileStore.File file : files) {
            String time = call.host()
                    .format(
                            file.modified(),
                            call.host().language().date() + "  "
                                    + call.host().language().shortTime());
            call.out()
                    .line(String.format(
                            Locale.ROOT,
                            "%-20s %18d %s",
                            time,
                            file.size(),
                            file.path().substring(file.path().lastIndexOf('\\') + 1)));
        }
        return 0;
    }

    private static int echo(Call call) {
        String text = call.raw().startsWith(".") ? call.raw().substring(1) : call.raw();
        if (text.isEmpty() && call.raw().isEmpty()) {
            call.out().say("ECHO is on.");
        } else {
            call.out().line(text);
        }
        return 0;
    }

    private static int exit(Call call) {
        String code = call.argument(call.word(0).equals("/b") ? 1 : 0);
        try {
            return code.isEmpty() ? 0 : Integer.parseInt(code);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static int set(Call call) {
        int equals = call.raw().indexOf('=');
        if (equals > 0) {
            call.shell().set(call.raw().substring(0, equals), call.raw().substring(equals + 1));
            return 0;
        }
        String prefix = call.raw();
        boolean any = false;
        for (Map.Entry<String, String> variable : call.shell().variables().entrySet()) {
            if (variable.getKey().regionMatches(true, 0, prefix, 0, prefix.length())) {
                call.out().line(variable.getKey() + "=" + variable.getValue());
                any = true;
            }
        }
        if (!any) {
            call.err().say("Environment variable {0} not defined", prefix);
        }
        return any ? 0 : 1;
    }

    private static int ver(Call call) {
        call.out().blank();
        call.out().say("Microsoft Windows [Version {0}]", call.host().version().number());
        return 0;
    }

    /** {@code type}: the bytes of a file as they are, piece by piece. */
    private static final class Type implements Program {
        @Override
        public boolean holdsLock() {
            return false;
        }

        @Override
        public int run(Call call) throws IOException {
            FileStore.File file;
            synchronized (call.host().network().lock()) {
                file = call.host().files().file(call.shell().path(call.argument(0)));
            }
            if (file == null) {
                call.err().say("The system cannot find the file specified.");
                return 1;
            }
            for (long at = 0; at < file.size(); at += CHUNK) {
                byte[] piece = new byte[(int) Math.min(CHUNK, file.size() - at)];
                file.read(at, piece, piece.length);
                call.out().bytes(piece);
            }
            return 0;
        }
    }
}
