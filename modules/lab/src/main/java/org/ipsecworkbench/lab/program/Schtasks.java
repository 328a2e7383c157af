package org.ipsecworkbench.lab.program;

import java.io.IOException;
import java.util.Map;
import org.ipsecworkbench.lab.model.Registry;

/**
 * {@code schtasks /create|/delete|/query|/run}: tasks that a command line makes. They are kept where Windows keeps them, and run
 * when they are told to only: no clock of the lab reaches their time. Format unverified.
 */
final class Schtasks implements Program {
    private static final String TREE =
            "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Schedule\\TaskCache\\Tree\\";
    private static final String LINE = "Line";
    private static final int MAX_LINE = 261;

    @Override
    public boolean holdsLock() {
        return false;
    }

    @Override
    public int run(Call call) throws IOException {
        String name = call.after("/tn");
        if (name == null || name.isEmpty() || name.contains("\\")) {
            return failed(call, "ERROR: Invalid syntax. Mandatory option 'tn' is missing.");
        }
        if (call.has("/run")) {
            String line;
            synchronized (call.host().network().lock()) {
                line = line(call, name);
            }
            return line.isEmpty() ? missing(call) : new CommandProcessor(call.shell()).runNested(line, call.terminal());
        }
        synchronized (call.host().network().lock()) {
            if (call.has("/create")) {
                return create(call, name);
            }
            if (call.has("/delete")) {
                return call.host().registry().remove(TREE + name) ? done(call) : missing(call);
            }
            return line(call, name).isEmpty() ? missing(call) : list(call, name);
        }
    }

    private static int create(Call call, String name) {
        String line = call.after("/tr");
        if (line == null || line.length() > MAX_LINE || call.after("/sc") == null) {
            return failed(call, "ERROR: Invalid syntax. Value for '/tr' option cannot be more than 261 character(s).");
        }
        return call.host().registry().put(TREE + name, LINE, "REG_SZ", line)
                ? done(call)
                : failed(call, "ERROR: Not enough storage.");
    }

    private static String line(Call call, String name) {
        Map<String, Registry.Value> values = call.host().registry().values(TREE + name);
        Registry.Value line = values == null ? null : values.get(LINE);
        return line == null ? "" : line.data();
    }

    private static int list(Call call, String name) {
        call.out().blank();
        call.out().line("TaskName: " + name);
        return 0;
    }

    private static int done(Call call) {
        call.out().say("SUCCESS: The operation completed.");
        return 0;
    }

    private static int missing(Call call) {
        return failed(call, "ERROR: The system cannot find the file specified.");
    }

    private static int failed(Call call, String why) {
        call.err().say(why);
        return 1;
    }
}
