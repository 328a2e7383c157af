package org.ipsecworkbench.lab.winrm;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ipsecworkbench.lab.program.Shell;

/** A shell of the service with its commands. Guarded by the service. */
final class RemoteShell {
    private final String id;
    private final Shell shell;
    private final Map<String, RunningCommand> commands = new LinkedHashMap<>();
    private Instant used;

    RemoteShell(String id, Shell shell, Instant now) {
        this.id = id;
        this.shell = shell;
        this.used = now;
    }

    String id() {
        return id;
    }

    Shell shell() {
        return shell;
    }

    Map<String, RunningCommand> commands() {
        return commands;
    }

    Instant used() {
        return used;
    }

    void use(Instant now) {
        used = now;
    }

    void end() {
        commands.values().forEach(RunningCommand::end);
    }
}
