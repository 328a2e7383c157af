package org.ipsecworkbench.lab.program;

import java.util.Optional;
import org.ipsecworkbench.lab.model.Recordings;
import org.ipsecworkbench.lab.model.Recordings.Recorder;

/** {@code netsh trace start|stop|show status}, from Windows Server 2008 R2 on. Format unverified. */
final class NetshTrace implements Netsh.Context {
    private static final String DEFAULT_FILE = "C:\\Windows\\Temp\\NetTraces\\NetTrace.etl";

    @Override
    public int run(Call call, NetshArguments arguments) {
        Recordings recordings = call.host().network().recordings(call.host());
        return switch (arguments.word(0)) {
            case "start" -> start(call, arguments, recordings);
            case "stop" -> stop(call, recordings);
            case "show" -> status(call, recordings);
            default -> throw new IllegalArgumentException("no such command");
        };
    }

    private static int start(Call call, NetshArguments arguments, Recordings recordings) {
        String named = arguments.value("tracefile");
        String file = named == null ? DEFAULT_FILE : call.shell().path(named);
        int size = arguments.number("maxsize", 250);
        if (!recordings.start(Recorder.TRACE, file)) {
            call.out().line("A trace session is already in progress.");
            return 1;
        }
        call.out().blank();
        call.out().line("Trace configuration:");
        call.out().line("-------------------------------------------------------------------");
        call.out().line("Status:             Running");
        call.out().line("Trace File:         " + file);
        call.out().line("Append:             Off");
        call.out().line("Circular:           On");
        call.out().line("Max Size:           " + size + " MB");
        call.out().line("Report:             " + (arguments.is("report", true) ? "Enabled" : "Disabled"));
        return 0;
    }

    private static int stop(Call call, Recordings recordings) {
        Optional<String> file = recordings.stop(Recorder.TRACE);
        if (file.isEmpty()) {
            call.out().line("There is no trace session currently in progress.");
            return 1;
        }
        if (!Pktmon.record(call, file.get())) {
            return 1;
        }
        call.out().line("Merging traces ... done");
        call.out().line("File location = " + file.get());
        call.out().line("Tracing session was successfully stopped.");
        call.out().blank();
        return 0;
    }

    private static int status(Call call, Recordings recordings) {
        call.out()
                .line(recordings
                        .file(Recorder.TRACE)
                        .map(file -> "Status:             Running, into " + file)
                        .orElse("There is no trace session currently in progress."));
        return 0;
    }
}
