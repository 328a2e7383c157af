package org.ipsecworkbench.lab.program;

import java.util.Locale;
import org.ipsecworkbench.lab.model.Service;
import org.jspecify.annotations.Nullable;

/** {@code sc query|queryex|qc|start|stop|config}. The form is that of samples from Windows 7 and Windows 10. */
final class Sc implements Program {
    private static final int NO_SUCH_SERVICE = 1060;

    @Override
    public int run(Call call) {
        String verb = call.word(0);
        if (verb.equals("query") || verb.equals("queryex")) {
            return query(call, verb.equals("queryex"));
        }
        Service service = call.host().services().find(call.argument(1));
        return switch (verb) {
            case "qc" -> service == null ? failed(call, "OpenService", NO_SUCH_SERVICE) : configuration(call, service);
            case "start" -> start(call, service);
            case "stop" -> stop(call, service);
            case "config" -> config(call, service);
            default -> {
                call.out().say("DESCRIPTION:");
                call.out().say("        SC is a command line program used for communicating with the");
                call.out().line("        Service Control Manager.");
                yield 1639;
            }
        };
    }

    private static int query(Call call, boolean isExtended) {
        String name = call.argument(1);
        if (name.isEmpty() || name.equalsIgnoreCase("state=")) {
            boolean isAll = call.has("all") || call.has("state=all");
            for (Service service : call.host().services().all()) {
                if (isAll || service.isRunning()) {
                    state(call, service, isExtended, true);
                }
            }
            return 0;
        }
        Service service = call.host().services().find(name);
        if (service == null) {
            return failed(call, "EnumQueryServicesStatus:OpenService", NO_SUCH_SERVICE);
        }
        state(call, service, isExtended, false);
        return 0;
    }

    private static void state(Call call, Service service, boolean isExtended, boolean hasDisplayName) {
        call.out().blank();
        call.out().line(Words.of(call.host().language(), "SERVICE_NAME:") + " " + service.name() + " ");
        if (hasDisplayName) {
            call.out().line(Words.of(call.host().language(), "DISPLAY_NAME:") + " " + service.displayName());
        }
        field(call, "TYPE", service.hasOwnProcess() ? "30  WIN32  " : "20  WIN32_SHARE_PROCESS  ");
        field(call, "STATE", service.state().number() + "  " + service.state() + " ");
        if (service.isRunning()) {
            call.out().line(" ".repeat(32) + "(STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)");
        }
        field(call, "WIN32_EXIT_CODE", service.exitCode() + "  (0x" + Integer.toHexString(service.exitCode()) + ")");
        field(call, "SERVICE_EXIT_CODE", "0  (0x0)");
        field(call, "CHECKPOINT", "0x0");
        field(call, "WAIT_HINT", "0x0");
        if (isExtended) {
            field(call, "PID", service.isRunning() ? 600 + service.name().length() * 4 : 0);
            field(call, "FLAGS", "");
        }
    }

    private static int configuration(Call call, Service service) {
        call.out().line("[SC] QueryServiceConfig SUCCESS");
        call.out().blank();
        call.out().line(Words.of(call.host().language(), "SERVICE_NAME:") + " " + service.name());
        field(call, "TYPE", service.hasOwnProcess() ? "10  WIN32_OWN_PROCESS " : "20  WIN32_SHARE_PROCESS ");
        field(call, "START_TYPE", service.start().number() + "   " + service.start());
        field(call, "ERROR_CONTROL", "1   NORMAL");
        field(call, "BINARY_PATH_NAME", service.binary());
        field(call, "LOAD_ORDER_GROUP", "");
        field(call, "TAG", "0");
        field(call, "DISPLAY_NAME", service.displayName());
        String label = "DEPENDENCIES";
        for (String need : service.dependencies()) {
            field(call, label, need);
            label = "";
        }
        field(call, "SERVICE_START_NAME", "LocalSystem");
        return 0;
    }

    private static void field(Call call, String label, Object value) {
        call.out().print("        ");
        call.out().pair(label, 19, ": ", value);
    }

    private static int start(Call call, @Nullable Service service) {
        if (service == null) {
            return failed(call, "StartService: OpenService", NO_SUCH_SERVICE);
        }
        if (service.isRunning()) {
            return failed(call, "StartService", 1056);
        }
        if (service.start() == Service.Start.DISABLED) {
            return failed(call, "StartService", 1058);
        }
        call.host().setRunning(service, true);
        pending(call, service, "2  START_PENDING ", "(NOT_STOPPABLE, NOT_PAUSABLE, IGNORES_SHUTDOWN)", "0x7d0");
        return 0;
    }

    private static int stop(Call call, @Nullable Service service) {
        if (service == null) {
            return failed(call, "ControlService: OpenService", NO_SUCH_SERVICE);
        }
        if (!service.isRunning()) {
            return failed(call, "ControlService", 1062);
        }
        if (!call.host().services().dependents(service).isEmpty()) {
            return failed(call, "ControlService", 1051);
        }
        call.host().setRunning(service, false);
        pending(call, service, "3  STOP_PENDING ", "(NOT_STOPPABLE, NOT_PAUSABLE, IGNORES_SHUTDOWN)", "0x1388");
        return 0;
    }

    private static void pending(Call call, Service service, String state, String accepts, String wait) {
        call.out().blank();
        call.out().line(Words.of(call.host().language(), "SERVICE_NAME:") + " " + service.name() + " ");
        field(call, "TYPE", service.hasOwnProcess() ? "30  WIN32  " : "20  WIN32_SHARE_PROCESS  ");
        field(call, "STATE", state);
        call.out().line(" ".repeat(32) + accepts);
        field(call, "WIN32_EXIT_CODE", "0  (0x0)");
        field(call, "SERVICE_EXIT_CODE", "0  (0x0)");
        field(call, "CHECKPOINT", "0x0");
        field(call, "WAIT_HINT", wait);
    }

    /** {@code sc config NAME start= auto}: the value is an argument of its own. */
    private static int config(Call call, @Nullable Service service) {
        if (service == null) {
            return failed(call, "OpenService", NO_SUCH_SERVICE);
        }
        String word = call.after("start=");
        for (Service.Start start : Service.Start.values()) {
            if (word != null && start.word().equals(word.toLowerCase(Locale.ROOT))) {
                call.host().setStart(service, start);
                call.out().line("[SC] ChangeServiceConfig SUCCESS");
                return 0;
            }
        }
        call.err().say("ERROR:  Invalid option");
        return 1639;
    }

    private static int failed(Call call, String what, int code) {
        call.out().line("[SC] " + what + " FAILED " + code + ":");
        call.out().blank();
        call.out().say(Win32.text(code));
        call.out().blank();
        return code;
    }
}
