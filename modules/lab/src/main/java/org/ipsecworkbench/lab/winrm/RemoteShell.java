package org.ipsecworkbench.lab.winrm;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ipsecworkbench.lab.program.Shell;

/** A shell of the service with its commands. Guarded by the service. */
final class RemoteShell {
    private final String id;
    private final Shell shell;
    private final Map<String, RunningCommand> commands = new LinkedHashMap<>();
    private final Duration idle;
    private Instant used;

    /** A shell that is gone when nobody uses it for this long. */
    RemoteShell(String id, Shell shell, Duration idle, Instant now) {
        this.idle = idle;
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

    boolean isStale(Instant now) {
        return used.plus(idle).isBefore(now);
    }

    void use(Instant now) {
        used = now;
    }

    void end() {
        commands.values().forEach(RunningCommand::end);
    }
}
