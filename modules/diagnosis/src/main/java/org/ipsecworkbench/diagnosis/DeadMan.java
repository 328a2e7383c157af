package org.ipsecworkbench.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsecworkbench.hostconnection.RemoteCommand;

/**
 * The scheduled task by which a host undoes a change by itself. It needs neither the clock nor the language of the host: a task by
 * the minute without a start runs that many minutes after it was made (Microsoft, {@code schtasks create}), first undoes, then
 * removes itself. It runs as SYSTEM, whoever is logged on.
 */
final class DeadMan {
    /** What a task may run has at most 261 characters on Windows Server 2003, 262 later ({@code schtasks create}, /tr). */
    private static final int MAX_LINE = 261;

    private static final int MAX_NAME = 60;

    private final Remedy remedy;
    private final String host;

    DeadMan(Remedy remedy, String host) {
        this.remedy = remedy;
        this.host = host;
    }

    /** The name of the task: that of the remedy, as far as names of tasks allow it. */
    String name() {
        String name = "IPsec Workbench undo " + remedy.id().replaceAll("[^A-Za-z0-9.-]+", " ");
        return name.substring(0, Math.min(name.length(), MAX_NAME)).strip();
    }

    /** Makes the task; empty where what undoes the remedy on this host is nothing, or too long for a task. */
    Optional<RemoteCommand> set() {
        List<String> lines = new ArrayList<>();
        for (Remedy.Step step : remedy.undoSteps()) {
            RemoteCommand undo = step.undo();
            if (undo != null && step.host().equals(host)) {
                lines.add(undo.line());
            }
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        lines.add(clear().line());
        String line = "cmd /c " + String.join("&", lines);
        return line.length() > MAX_LINE
                ? Optional.empty()
                : Optional.of(RemoteCommand.program(
                        "schtasks",
                        "/create",
                        "/tn",
                        name(),
                        "/sc",
                        "minute",
                        "/mo",
                        Integer.toString(remedy.timer().minutes()),
                        "/ru",
                        "SYSTEM",
                        "/f",
                        "/tr",
                        line));
    }

    /** Removes the task. */
    RemoteCommand clear() {
        return RemoteCommand.program("schtasks", "/delete", "/tn", name(), "/f");
    }

    /** Fails where the task is gone. */
    RemoteCommand query() {
        return RemoteCommand.program("schtasks", "/query", "/tn", name());
    }
}
